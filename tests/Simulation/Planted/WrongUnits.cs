using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Planted;

/// <summary>Counts units wrongly when an order changes.</summary>
internal abstract class WrongUnits(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        var error = commit.Changes.Select(RowOf).OfType<OrderRow>().SelectMany(row => ErrorOf(row.Order)).ToLookup(line => line.Sku, line => line.Units);

        return Inner.TryCommitAsync(
            pool,
            Each(commit, change => RowOf(change) is StockRow { Item: var item } && error.Contains(item.Sku)
                ? WithRow(change, new StockRow(item with { Held = item.Held - error[item.Sku].Sum() }))
                : change),
            cancel);
    }

    /// <returns>Units too few in the stock row, by product.</returns>
    protected abstract IEnumerable<(Sku Sku, int Units)> ErrorOf(Order order);
}

/// <summary>Looks at each line for itself: of two lines of one product the second is not held.</summary>
internal sealed class SumsPerLine(ILedger inner) : WrongUnits(inner)
{
    protected override IEnumerable<(Sku Sku, int Units)> ErrorOf(Order order) => order.State != OrderState.Held
        ? []
        : order.Lines.GroupBy(line => line.Sku).Where(lines => lines.Count() > 1).Select(lines => (lines.Key, lines.Skip(1).Sum(line => line.Quantity)));
}

/// <summary>Gives the units of a cancelled order back twice: once for the push and once for the poll.</summary>
internal sealed class ReleasesTwice(ILedger inner) : WrongUnits(inner)
{
    protected override IEnumerable<(Sku Sku, int Units)> ErrorOf(Order order) => order.State == OrderState.Cancelled && order.ReleasedAt is not null && order.ReleasedAt == order.CancelledAt
        ? Shelf.UnitsOf(order.Lines)
        : [];
}
