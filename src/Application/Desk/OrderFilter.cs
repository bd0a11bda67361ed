using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Desk;

/// <summary>Which of the open orders somebody wants to see. What is null does not matter; all that is set must fit.</summary>
public sealed record OrderFilter
{
    public static OrderFilter None { get; } = new();

    public string? Shop { get; init; }

    public OrderState? State { get; init; }

    /// <value>Whether a pick list or a label of it was printed.</value>
    public bool? Printed { get; init; }

    /// <value>A part of its name.</value>
    public string? Carrier { get; init; }

    /// <value>Whether somebody wrote something: the buyer, or we.</value>
    public bool? Noted { get; init; }

    /// <value>A part of an article number or of a name.</value>
    public string? Product { get; init; }

    public DueSpan? Due { get; init; }

    /// <value>A part of the recipient's name, phone or town.</value>
    public string? Buyer { get; init; }

    /// <value>A part of the order's number or of its tracking number.</value>
    public string? Number { get; init; }

    /// <value>Whether a person must look before it ships.</value>
    public bool? Asked { get; init; }

    /// <value>A word that may stand anywhere: number, product, buyer, carrier, note.</value>
    public string? Text { get; init; }

    public bool IsEmpty => this == None;

    /// <param name="isAsked">Whether a question about it is open.</param>
    public bool Fits(Order order, bool isAsked, Instant now) =>
        (Shop is null || order.Key.Shop == Shop)
        && (State is null || order.State == State)
        && (Printed is null || order.Preparation?.PrintedAt is not null == Printed)
        && (Noted is null || HasNote(order) == Noted)
        && (Asked is null || isAsked == Asked)
        && (Due is null || SpanOf(order, now) == Due)
        && Has(Carrier, order.Carrier)
        && Has(Product, ProductsOf(order))
        && Has(Buyer, BuyerOf(order))
        && HasNumber(Number, NumbersOf(order))
        && (Has(Text, [.. ProductsOf(order), .. BuyerOf(order), order.Carrier, order.Preparation?.Note, order.Recipient?.Wish, order.Owner]) || HasNumber(Text, NumbersOf(order)));

    private static DueSpan SpanOf(Order order, Instant now) => order.ShipBy switch
    {
        null => DueSpan.Undated,
        { } at when at < now => DueSpan.Overdue,
        { } at when at - now <= Duration.FromHours(24) => DueSpan.Day,
        _ => DueSpan.Later,
    };

    private static bool HasNote(Order order) => order.Remarks.Contains(PostingRemark.Note) || order.Preparation?.Note is not null || order.Recipient?.Wish is not null;

    private static string?[] ProductsOf(Order order) => [.. order.Lines.SelectMany(line => new[] { line.Sku.Value, line.Name })];

    private static string?[] BuyerOf(Order order) => [order.Recipient?.Name, order.Recipient?.Phone, order.Recipient?.City];

    private static string?[] NumbersOf(Order order) => [order.Key.Number, order.TrackingNumber, order.Instruction?.Ship?.TrackingNumber];

    private static bool Has(string? wanted, params string?[] texts) => wanted is null || texts.Any(text => text?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true);

    /// <remarks>A number is read out and typed in with gaps and dashes of all kinds.</remarks>
    private static bool HasNumber(string? wanted, string?[] numbers) => wanted is null || Bare(wanted) is { Length: > 0 } bare && numbers.Any(number => Bare(number).Contains(bare, StringComparison.Ordinal));

    private static string Bare(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>How near a deadline is, as the page parts them.</summary>
public enum DueSpan
{
    Overdue,

    /// <summary>Within 24 hours.</summary>
    Day,
    Later,
    Undated,
}
