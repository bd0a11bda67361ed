using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Backtest;

/// <summary>A row as a posting; what is odd about it is its flaw, and it is watched all the same.</summary>
internal static class PlayedPosting
{
    public static Posting Of(PastOrder order, string shop, PostingStatus status)
    {
        var isKnown = order.Row.HasKnownStatus;
        var flaw = isKnown ? order.Row.Items.Select(FlawOf).FirstOrDefault(found => found is not null) : $"status '{Cut(order.Row.Status)}' is not a known word.";
        var lines = order.Row.Items.Where(item => FlawOf(item) is null).Select(item => new OrderLine(Sku.Parse(item.ProductId), Cut(item.ProductId), item.Quantity, null)).ToList();
        return new Posting
        {
            Key = new OrderKey(shop, order.Number),
            Status = isKnown || !status.IsOpen() ? status : PostingStatus.Unknown,
            RawStatus = Cut(order.Row.Status),
            InProcessAt = order.AppearsAt,
            ShipBy = order.ShipBy,
            Lines = lines,
            Flaw = status.IsOpen() ? flaw ?? TooMany(lines) : null,
        };
    }

    private static string? FlawOf((string ProductId, int Quantity) item) =>
        item.ProductId.Length > Sku.MaxLength ? $"items: a product id has {item.ProductId.Length} characters and at most {Sku.MaxLength} are possible."
        : item.Quantity < 1 ? $"items: the quantity of {Cut(item.ProductId)} is {item.Quantity}, not 1 or more."
        : null;

    private static string? TooMany(IEnumerable<OrderLine> lines) => lines.Select(line => line.Sku).Distinct().Count() is var products and > Order.MaxProducts
        ? $"items: {products} products, and at most {Order.MaxProducts} can be guarded as one order."
        : null;

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
