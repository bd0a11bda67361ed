using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.History;

/// <summary>Writes copies of rows into the history, together with the totals of the days on which the orders were closed. Repeatable.</summary>
/// <remarks>Most rows are new there, so that is tried first; only after a refusal it is read what is there already, and the totals change by the difference.</remarks>
public sealed class CopyToHistory(HistoryStore history, WorkCalendar calendar, Pools pools, GuardOptions options)
{
    private const int Patience = 5;

    /// <returns>False when somebody else copies at the same time: leave it to a later run.</returns>
    public async Task<bool> RunAsync(PoolName pool, IReadOnlyList<Stored> rows, CancellationToken cancel)
    {
        IReadOnlyDictionary<RowKey, Stored> there = new Dictionary<RowKey, Stored>();
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var commit = new CommitSet().With([.. rows.Select(row => Write(row.Row, there)), .. rows.SelectMany(row => Sent(row.Row, there)), .. await TotalsAsync(pool, rows, there, cancel)]);
            if ((await history.Rows.TryCommitAsync(pool, commit, cancel)).IsCommitted)
            {
                return true;
            }

            there = await ThereAsync(pool, rows, cancel);
        }

        return false;
    }

    private static RowChange Write(LedgerRow row, IReadOnlyDictionary<RowKey, Stored> there) => there.TryGetValue(row.Key, out var copy)
        ? new RowChange.Replace(WithoutRecipient(row), copy.Version)
        : new RowChange.Insert(WithoutRecipient(row));

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

    /// <remarks>Whom it went to is needed while it is on the desk, and no longer.</remarks>
    private static LedgerRow WithoutRecipient(LedgerRow row) => row is OrderRow { Order.Recipient: not null } order ? new OrderRow(order.Order with { Recipient = null }) : row;

    private async Task<IReadOnlyDictionary<RowKey, Stored>> ThereAsync(PoolName pool, IReadOnlyList<Stored> rows, CancellationToken cancel)
    {
        var there = new Dictionary<RowKey, Stored>();
        foreach (var row in rows)
        {
            var copy = await FindAsync(row.Row.Key);
            foreach (var sent in new[] { SentOf(row.Row)?.Key, copy is null ? null : SentOf(copy.Row)?.Key }.OfType<RowKey>().Distinct())
            {
                await FindAsync(sent);
            }
        }

        return there;

        async Task<Stored?> FindAsync(RowKey key) => await history.Rows.FindAsync(pool, key, cancel) is { } found ? there[key] = found : null;
    }

    private async Task<IReadOnlyList<RowChange>> TotalsAsync(
        PoolName pool, IReadOnlyList<Stored> rows, IReadOnlyDictionary<RowKey, Stored> there, CancellationToken cancel)
    {
        var changes = new List<RowChange>();
        var added = OrdersIn(rows).Select(order => (Day: DayOf(order), Adds: Added(order)));
        var replaced = OrdersIn(there.Values).Select(order => (Day: DayOf(order), Adds: -Added(order)));
        foreach (var day in added.Concat(replaced).GroupBy(one => one.Day, one => one.Adds))
        {
            var difference = day.Aggregate((sum, one) => sum + one);
            if (difference.IsNothing)
            {
                continue;
            }

            changes.Add(await history.Rows.FindAsync(pool, RowKey.Totals(day.Key), cancel) is { Row: TotalsRow totals } found
                ? new RowChange.Replace((new DayCount(totals.Totals, totals.Shops ?? []) + difference).On(day.Key), found.Version)
                : new RowChange.Insert(difference.On(day.Key)));
        }

        return changes;
    }

    private DayCount Added(Order order) => new(DayTotals.Of(order), ShopTotals.Of(order, calendar, PromiseOf(order.Key.Shop)) is { } ofShop ? [ofShop] : []);

    private HandlingTime? PromiseOf(string shop) => pools.Shops.FirstOrDefault(one => one.Name == shop)?.Rules.HandlingTime;

    private static IEnumerable<Order> OrdersIn(IEnumerable<Stored> rows) => rows.Where(stored => stored.Row is OrderRow).Select(stored => stored.Order());

    /// <summary>The seller's day on which the order was closed.</summary>
    private LocalDate DayOf(Order order) => order.ClosedAt!.Value.InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).Date;

    /// <summary>What is counted of a day: everything, and by shop.</summary>
    private sealed record DayCount(DayTotals All, IReadOnlyList<ShopTotals> Shops)
    {
        public bool IsNothing => All == DayTotals.None && Shops.Count == 0;

        public TotalsRow On(LocalDate day) => new(day, All, Shops);

        public static DayCount operator +(DayCount one, DayCount other) => new(one.All + other.All, ShopTotals.Sum([.. one.Shops, .. other.Shops]));

        public static DayCount operator -(DayCount count) => new(-count.All, [.. count.Shops.Select(shop => -shop)]);
    }
}
