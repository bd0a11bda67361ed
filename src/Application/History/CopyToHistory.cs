using ShipBy.Application.Ledger;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.History;

/// <summary>Writes copies of rows into the history, together with the totals of the days that they count in, where their parcels stand, and a small row for each order that went wrong. Repeatable.</summary>
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
            if (!commit.TryAdd(
                [
                    .. copies.Select(row => Write(row, there)),
                    .. rows.SelectMany(row => Sent(row.Row, there)),
                    .. copies.OfType<OrderRow>().SelectMany(row => TroubleWrite.Changes(rules, row.Order, there)),
                    .. await DaysAsync(pool, copies, there, cancel),
                ]))
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

    /// <summary>The rows that it takes in the history as it comes there first, besides those of its days.</summary>
    internal static int RowsOf(LedgerRow row) => row is OrderRow { Order: var order }
        ? 1 + (SentOf(row) is null ? 0 : 1) + (TroubledOrder.Of(order, order.ClosedAt!.Value) is null ? 0 : 1)
        : 1;

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

    /// <summary>The parcel of an order stands by its hand-over as well; where that has changed since the order left before, it moves.</summary>
    private static IEnumerable<RowChange> Sent(LedgerRow row, IReadOnlyDictionary<RowKey, Stored> there)
    {
        var (now, before) = (SentOf(row), there.TryGetValue(row.Key, out var copy) ? SentOf(copy.Row) : null);
        if (now is not null)
        {
            yield return Write(now, there);
        }

        if (before is not null && before.Key != now?.Key && there.TryGetValue(before.Key, out var old))
        {
            yield return new RowChange.Delete(before.Key, old.Version);
        }
    }

    private static SentRow? SentOf(LedgerRow row) => row is OrderRow { Order: var order } && SentParcel.Of(order) is { } parcel ? new SentRow(parcel) : null;

    private Task<IReadOnlyList<RowChange>> DaysAsync(PoolName pool, IEnumerable<LedgerRow> copies, IReadOnlyDictionary<RowKey, Stored> there, CancellationToken cancel) => DayCount.ChangesAsync(
        history, rules, pool, copies.OfType<OrderRow>().Select(row => (row.Order, there.GetValueOrDefault(row.Key)?.Order())), cancel);

    private async Task<IReadOnlyDictionary<RowKey, Stored>> ThereAsync(PoolName pool, IReadOnlyList<Stored> rows, CancellationToken cancel)
    {
        var there = new Dictionary<RowKey, Stored>();
        foreach (var row in rows)
        {
            var copy = await FindAsync(row.Row.Key);
            foreach (var beside in new[] { SentOf(row.Row)?.Key, copy is null ? null : SentOf(copy.Row)?.Key, row.Row is OrderRow { Order: var order } ? TroubleWrite.KeyOf(rules, order) : null }.OfType<RowKey>().Distinct())
            {
                await FindAsync(beside);
            }
        }

        return there;

        async Task<Stored?> FindAsync(RowKey key)
        {
            if (await history.Rows.FindAsync(pool, key, cancel) is { } found)
            {
                there[key] = found;
            }

            return there.GetValueOrDefault(key);
        }
    }
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
