using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Wire;

/// <summary>Makes an order's lines fit the ledger.</summary>
internal static class FoldedLines
{
    /// <summary>Lines stay as they came unless there are too many; then equal products at equal prices become one line.</summary>
    public static List<OrderLine> Of(List<OrderLine> lines) => lines.Count <= Order.MaxProducts
        ? lines
        : [.. lines.GroupBy(line => (line.Sku, line.Price)).Select(same => same.First() with { Quantity = (int)Math.Min(same.Sum(line => (long)line.Quantity), int.MaxValue) })];
}
