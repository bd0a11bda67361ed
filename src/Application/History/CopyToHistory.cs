using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.History;

/// <summary>Writes copies of rows into the history, together with the totals of the days that they count in, and a small row for each order that went wrong. Repeatable.</summary>
/// <remarks>Most rows are new there, so that is tried first; only after a refusal it is read what is there already, and the totals change by the difference.</remarks>
public sealed class CopyToHistory(HistoryStore history, DayRules rules)
{
    private const int Patience = 5;

    public async Task<CopyOutcome> RunAsync(PoolName pool, IReadOnlyList<Stored> rows, CancellationToken cancel)
    {
        IReadOnlyDictionary<RowKey, Stored> there = new Dictionary<RowKey, Stored>();
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var commit = new CommitSet();
            var copies = rows.Select(row => Copy(row.Row, there)).ToList();
            if (!commit.TryAdd([.. copies.Select(row => Write(row, there)), .. copies.OfType<OrderRow>().SelectMany(row => TroubleWrite.Changes(rules, row.Order, there)), .. await DaysAsync(pool, copies, there, cancel)]))
            {
                return CopyOutcome.TooMuch;
            }

            if ((await history.Rows.TryCommitAsync(pool, commit, cancel)).IsCommitted)
            {
                return CopyOutcome.Copied;
            }

            there = await ThereAsync(pool, rows, cancel);
        }

        return CopyOutcome.OthersAtWork;
    }

    /// <summary>The rows that it takes in the history, besides those of its days.</summary>
    internal static int RowsOf(LedgerRow row) => row is OrderRow { Order: var order } && TroubledOrder.Of(order, order.ClosedAt!.Value) is not null ? 2 : 1;

    /// <remarks>What a person said of the copy while the order was away counts.</remarks>
    private static LedgerRow Copy(LedgerRow row, IReadOnlyDictionary<RowKey, Stored> there)
    {
        if (row is not OrderRow { Order: var order })
        {
            return row;
        }

        var joined = there.TryGetValue(row.Key, out var copy) ? DefectPolicy.Joined(order, copy.Order()) : order;
        return new OrderRow(joined.Leaving());
    }

    private static RowChange Write(LedgerRow row, IReadOnlyDictionary<RowKey, Stored> there) => there.TryGetValue(row.Key, out var known) ? new RowChange.Replace(row, known.Version) : new RowChange.Insert(row);

    private Task<IReadOnlyList<RowChange>> DaysAsync(PoolName pool, IEnumerable<LedgerRow> copies, IReadOnlyDictionary<RowKey, Stored> there, CancellationToken cancel) => DayCount.ChangesAsync(
        history, rules, pool, copies.OfType<OrderRow>().Select(row => (row.Order, there.GetValueOrDefault(row.Key)?.Order())), cancel);

    private async Task<IReadOnlyDictionary<RowKey, Stored>> ThereAsync(PoolName pool, IReadOnlyList<Stored> rows, CancellationToken cancel)
    {
        var there = new Dictionary<RowKey, Stored>();
        foreach (var key in rows.SelectMany(row => KeysOf(row.Row)))
        {
            if (await history.Rows.FindAsync(pool, key, cancel) is { } copy)
            {
                there[key] = copy;
            }
        }

        return there;
    }

    private IEnumerable<RowKey> KeysOf(LedgerRow row) => row is OrderRow { Order: var order } ? [row.Key, TroubleWrite.KeyOf(rules, order)] : [row.Key];
}

/// <summary>What became of copying.</summary>
public enum CopyOutcome
{
    Copied,

    /// <summary>Somebody else copies at the same time: leave it to a later run.</summary>
    OthersAtWork,

    /// <summary>The days of these orders take more rows than one commit has: copy fewer at once.</summary>
    TooMuch,
}

/// <summary>The row of an order that went wrong follows the order: it comes, changes and goes with it.</summary>
internal static class TroubleWrite
{
    public static RowKey KeyOf(DayRules rules, Order order) => RowKey.Trouble(rules.DayOf(order.OrderedAt), order.Key);

    /// <param name="order">A closed one.</param>
    /// <param name="there">What the history has of it.</param>
    public static IEnumerable<RowChange> Changes(DayRules rules, Order order, IReadOnlyDictionary<RowKey, Stored> there)
    {
        var known = there.GetValueOrDefault(KeyOf(rules, order));
        var row = TroubledOrder.Of(order, order.ClosedAt!.Value) is { } trouble ? new TroubleRow(rules.DayOf(order.OrderedAt), trouble) : null;
        return (known, row) switch
        {
            (null, null) => [],
            (null, { } first) => [new RowChange.Insert(first)],
            ({ } old, null) => [new RowChange.Delete(old.Row.Key, old.Version)],
            ({ } old, { } other) => [new RowChange.Replace(other, old.Version)],
        };
    }
}
