using ShipBy.Domain.Stock;

namespace ShipBy.Application.Importing;

/// <summary>What somebody counted of one product, as a file says it.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="OnHand">Units on the shelf, held ones included; never negative.</param>
public sealed record StockCount(int Line, Sku Sku, int OnHand);

/// <summary>A count held against the ledger.</summary>
/// <param name="Before">The product's stock before; null where the ledger has no row of it.</param>
public sealed record CountedRow(StockCount Count, StockItem? Before)
{
    /// <value>On hand is what was counted; what is held stays held.</value>
    public StockItem After { get; } = new(Count.Sku, Count.OnHand, Before?.Held ?? 0);

    public bool Changes => After != Before;

    /// <value>Whether an order that is short may be served now.</value>
    public bool Raises => After.OnHand > (Before?.OnHand ?? 0);

    /// <value>Units that are promised and were not found: nobody more is promised any until they are there.</value>
    public int Lacking => Math.Max(0, -After.Free);
}
