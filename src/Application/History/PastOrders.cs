using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.History;

/// <summary>Where closed orders go: rows of the same kinds in a store of their own, a partition a pool.</summary>
public sealed record HistoryStore(ILedger Rows);

/// <summary>Reads what has left the ledger.</summary>
public sealed class PastOrders(HistoryStore history, GuardOptions options)
{
    private const int AllRows = int.MaxValue;

    /// <summary>Everything that was ever closed, as it left.</summary>
    public Task<IReadOnlyList<Stored>> AllAsync(PoolName pool, CancellationToken cancel) => history.Rows.RangeAsync(pool, KeyRange.Orders, AllRows, cancel);

    /// <summary>The postings' orders that have left the ledger. Asks only about those that may have.</summary>
    /// <remarks>An order leaves some time after it was closed; what the marketplace began to process since then cannot have left.</remarks>
    public async Task<IReadOnlyDictionary<OrderKey, Order>> OfAsync(PoolName pool, IEnumerable<Posting> unknown, Instant now, CancellationToken cancel)
    {
        var by = now - Duration.FromTimeSpan(options.KeepClosedFor) + Duration.FromTimeSpan(options.PollOverlap);
        OrderKey[] old = [.. unknown.Where(posting => posting.InProcessAt is not { } began || began < by).Select(posting => posting.Key).Distinct()];

        return (await history.Rows.OrdersAsync(pool, old, cancel)).ToDictionary(found => found.Key, found => found.Value.Order());
    }

    public async Task<DayTotals> TotalsAsync(PoolName pool, LocalDate day, CancellationToken cancel) =>
        await history.Rows.FindAsync(pool, RowKey.Totals(day), cancel) is { Row: TotalsRow row } ? row.Totals : DayTotals.None;
}
