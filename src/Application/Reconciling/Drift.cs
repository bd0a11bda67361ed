using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Reconciling;

/// <summary>Something in a pool that does not follow from its orders. The orders are the truth; everything else is counted from them.</summary>
public abstract record Drift
{
    private Drift() { }

    /// <summary>The stock row does not say what the held orders add up to.</summary>
    /// <param name="Counted">Units of it that held orders hold.</param>
    public sealed record HeldDiffers(StockItem Written, int Counted) : Drift;

    /// <summary>Orders hold a product that has no stock row: the next one who needs it would take all of the marketplace's units for free.</summary>
    public sealed record NoStockRow(Sku Sku, int Counted) : Drift;

    /// <summary>More is held than there is. No arithmetic brings units back: a person has to count, and then to bring stock or to cancel.</summary>
    /// <param name="Counted">The stock as the orders say it.</param>
    /// <param name="LastServed">The orders that would have to give way, those that came last first; empty where units have left that nobody held.</param>
    public sealed record Oversold(StockItem Counted, IReadOnlyList<OrderKey> LastServed) : Drift;

    /// <summary>A due row or a waiting row that its order must have is not there: the order would be forgotten.</summary>
    public sealed record Missing(LedgerRow Counted) : Drift;

    /// <summary>The order's row stands under another instant or another state than the order says.</summary>
    public sealed record Misplaced(LedgerRow Written, LedgerRow Counted) : Drift;

    /// <summary>A waiting row tells of another state of the order than the order's own row.</summary>
    public sealed record Differs(LedgerRow Written, LedgerRow Counted) : Drift;

    /// <summary>A due row or a waiting row that no order asks for.</summary>
    public sealed record LeftOver(LedgerRow Written) : Drift;
}

/// <summary>A drift, and what repairs it.</summary>
/// <param name="Repair">Changes that belong together, with the versions that were read; empty where no arithmetic can.</param>
public sealed record Finding(Drift Drift, IReadOnlyList<RowChange> Repair)
{
    public bool IsRepairable => Repair.Count > 0;
}
