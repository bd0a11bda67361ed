using System.Globalization;
using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Preparing;

/// <summary>The checks before shipping, each by what the ledger knows now.</summary>
public static class VerifyPolicy
{
    /// <value>Fewer pieces of a product are no outlier, however many others order.</value>
    private const int FewPieces = 4;

    /// <value>So many times the usual number of pieces makes an outlier.</value>
    private const int OutlierFactor = 5;

    /// <param name="usual">How many pieces of a product orders usually have; see <see cref="UsualPieces"/>.</param>
    public static IReadOnlyList<ShippingCheck> Of(Order order, IReadOnlyDictionary<Sku, int> usual, Instant now) =>
    [
        new(CheckName.Released, Released(order)),
        new(CheckName.Refund, order.IsRefundOpen(now) ? CheckVerdict.Failed : CheckVerdict.Passed),
        Stock(order),
        new(CheckName.Address, Address(order)),
        Quantity(order, usual),
        new(CheckName.Requirements, order.IsDataMissing ? CheckVerdict.Failed : CheckVerdict.Passed),
        Label(order),
    ];

    /// <summary>How many pieces of each product an order usually has: the median of those that are open, of products that at least three orders have.</summary>
    public static IReadOnlyDictionary<Sku, int> UsualPieces(IEnumerable<Order> open) => open
        .SelectMany(order => order.Lines.GroupBy(line => line.Sku).Select(line => (Sku: line.Key, Pieces: line.Sum(one => one.Quantity))))
        .GroupBy(line => line.Sku)
        .Where(lines => lines.Count() >= 3)
        .ToDictionary(lines => lines.Key, lines => lines.Select(line => line.Pieces).Order().ElementAt((lines.Count() - 1) / 2));

    private static CheckVerdict Released(Order order) =>
        order is { State: OrderState.Cancelled or OrderState.Shipped or OrderState.SetAside } or { Status: PostingStatus.AwaitingConfirmation } || order.Remarks.Contains(PostingRemark.ShippingForbidden)
            ? CheckVerdict.Failed
            : CheckVerdict.Passed;

    private static ShippingCheck Stock(Order order) => order.State switch
    {
        OrderState.Held => new(CheckName.Stock, CheckVerdict.Passed),
        OrderState.OutOfStock => new(CheckName.Stock, CheckVerdict.Failed, order.MissingUnits.ToString(CultureInfo.InvariantCulture)),
        _ => new(CheckName.Stock, CheckVerdict.Failed),
    };

    /// <remarks>Many marketplaces keep the address to themselves and print it on the label: then there is nothing to look at, and nothing wrong.</remarks>
    private static CheckVerdict Address(Order order) => order switch
    {
        _ when order.Remarks.Contains(PostingRemark.OddAddress) => CheckVerdict.Doubtful,
        { Recipient: null or { HasAddress: false } or { Name: null, Address: null } } or { Recipient.IsMasked: true } => CheckVerdict.Unknown,
        { Recipient: { } at } when string.IsNullOrWhiteSpace(at.City) || string.IsNullOrWhiteSpace(at.Address) || string.IsNullOrWhiteSpace(at.Name) => CheckVerdict.Doubtful,
        _ => CheckVerdict.Passed,
    };

    private static ShippingCheck Quantity(Order order, IReadOnlyDictionary<Sku, int> usual)
    {
        var most = order.Lines.GroupBy(line => line.Sku)
            .Select(line => (Pieces: line.Sum(one => one.Quantity), Usual: usual.GetValueOrDefault(line.Key, 1)))
            .Where(line => line.Pieces > FewPieces && line.Pieces >= OutlierFactor * line.Usual)
            .Select(line => line.Pieces).DefaultIfEmpty().Max();
        return most == 0 ? new(CheckName.Quantity, CheckVerdict.Passed) : new(CheckName.Quantity, CheckVerdict.Doubtful, most.ToString(CultureInfo.InvariantCulture));
    }

    /// <remarks>A label carries the order's number, its tracking number, or a bar code that ends with one of them.</remarks>
    private static ShippingCheck Label(Order order) => order.Preparation?.LabelRead switch
    {
        null => new(CheckName.Label, CheckVerdict.Unknown),
        { } read when new[] { order.Key.Number, order.TrackingNumber, order.Instruction?.Ship?.TrackingNumber }.Any(number => Bare(number) is { Length: > 3 } bare && Bare(read).EndsWith(bare, StringComparison.Ordinal)) =>
            new(CheckName.Label, CheckVerdict.Passed, read),
        { } read => new(CheckName.Label, CheckVerdict.Failed, read),
    };

    private static string Bare(string? text) => string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
