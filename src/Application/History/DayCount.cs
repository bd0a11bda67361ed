using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.History;

/// <summary>What is counted of a day: everything that was closed on it, by shop what estimates need, and by shop what key figures count.</summary>
internal sealed record DayCount(DayTotals All, IReadOnlyList<ShopTotals> Shops, IReadOnlyList<ShopQuality> Quality)
{
    private static DayCount None { get; } = new(DayTotals.None, [], []);

    private bool IsNothing => All == DayTotals.None && Shops.Count == 0 && Quality.Count == 0;

    /// <summary>The rows of the days after orders joined the history, or others took the place of those that had.</summary>
    /// <param name="joining">Orders and what stands in for them in the history so far; null for an order that is new there.</param>
    public static async Task<IReadOnlyList<RowChange>> ChangesAsync(
        HistoryStore history, DayRules rules, PoolName pool, IEnumerable<(Order Order, Order? Before)> joining, CancellationToken cancel)
    {
        var adds = joining.SelectMany(one => rules.Of(one.Order).Concat(one.Before is { } before ? rules.Of(before).Select(day => (day.Day, Count: -day.Count)) : []));
        var days = adds.GroupBy(one => one.Day, one => one.Count).Select(day => (Day: day.Key, Count: day.Aggregate(None, (sum, one) => sum + one))).Where(day => !day.Count.IsNothing).ToList();
        var there = await ThereAsync(history, pool, [.. days.Select(day => day.Day)], cancel);

        return
        [
            .. days.Select(day => there.TryGetValue(day.Day, out var found)
                ? (RowChange)new RowChange.Replace((Of((TotalsRow)found.Row) + day.Count).On(day.Day), found.Version)
                : new RowChange.Insert(day.Count.On(day.Day))),
        ];
    }

    /// <remarks>One request, however many days: those between lie on the same page.</remarks>
    private static async Task<IReadOnlyDictionary<LocalDate, Stored>> ThereAsync(HistoryStore history, PoolName pool, IReadOnlyCollection<LocalDate> days, CancellationToken cancel)
    {
        IEnumerable<Stored> rows = days.Count switch
        {
            0 => [],
            1 => await history.Rows.FindAsync(pool, RowKey.Totals(days.Single()), cancel) is { } one ? [one] : [],
            _ => await history.Rows.RangeAsync(pool, KeyRange.Totals(days.Min(), days.Max()), int.MaxValue, cancel),
        };
        return rows.ToDictionary(stored => ((TotalsRow)stored.Row).Day);
    }

    private static DayCount Of(TotalsRow row) => new(row.Totals, row.Shops ?? [], row.Quality ?? []);

    private TotalsRow On(LocalDate day) => new(day, All, Shops, Quality);

    public static DayCount operator +(DayCount one, DayCount other) =>
        new(one.All + other.All, ShopTotals.Sum([.. one.Shops, .. other.Shops]), ShopQuality.Sum([.. one.Quality, .. other.Quality]));

    public static DayCount operator -(DayCount count) =>
        new(-count.All, [.. count.Shops.Select(shop => -shop)], [.. count.Quality.Select(shop => shop with { Tally = -shop.Tally })]);
}

/// <summary>Which days a closed order counts in, and with what.</summary>
public sealed class DayRules(WorkCalendar calendar, Pools pools, GuardOptions options)
{
    /// <value>The seller's.</value>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[options.TimeZone];

    /// <summary>The days on which a closed order is counted. A copy that an older version wrote was never counted in the key figures.</summary>
    internal IEnumerable<(LocalDate Day, DayCount Count)> Of(Order order)
    {
        yield return (DayOf(order.ClosedAt!.Value), new DayCount(DayTotals.Of(order), ShopTotals.Of(order, calendar, PromiseOf(order.Key.Shop)) is { } ofShop ? [ofShop] : [], []));

        if (order.HasLeft)
        {
            foreach (var (day, tally) in QualityPolicy.Of(order, Zone, order.ClosedAt!.Value))
            {
                yield return (day, new DayCount(DayTotals.None, [], [new ShopQuality(order.Key.Shop, tally)]));
            }
        }
    }

    /// <summary>How many rows of days an order may touch at most, as it leaves.</summary>
    internal IEnumerable<LocalDate> DaysOf(Order order) => Of(order with { HasLeft = true }).Select(day => day.Day).Distinct();

    public LocalDate DayOf(Instant at) => at.InZone(Zone).Date;

    private HandlingTime? PromiseOf(string shop) => pools.Shops.FirstOrDefault(one => one.Name == shop)?.Rules.HandlingTime;
}
