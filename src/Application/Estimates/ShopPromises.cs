using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Estimates;

/// <summary>Which handling time each shop of a pool could promise, beside the one that it does. Reads nothing but the day totals, which are in memory.</summary>
public sealed class ShopPromises(PastDays pastDays, Pools pools, WorkCalendar calendar)
{
    /// <param name="orders">The open orders of the pool are among these.</param>
    /// <returns>One for each shop of the pool, by its name.</returns>
    public async Task<IReadOnlyDictionary<string, PromiseReview>> OfAsync(PoolName pool, IReadOnlyCollection<Order> orders, Instant now, CancellationToken cancel)
    {
        var days = await pastDays.OfAsync(pool, cancel);
        return pools.Shops.Where(shop => shop.Pool == pool)
            .ToDictionary(shop => shop.Name, shop => PromiseReview.Of(Took(shop, days), Lain(shop, orders, now), shop.Rules.HandlingTime?.Length), StringComparer.Ordinal);
    }

    /// <summary>Whole days, the latest first, until there are enough hand-overs.</summary>
    private static HandlingTimes Took(Shop shop, IReadOnlyList<TotalsRow> days)
    {
        var (counted, enough) = (0, new List<HandlingTimes>());
        foreach (var took in days.Reverse().SelectMany(day => day.Shops ?? []).Where(totals => totals.Shop == shop.Name).Select(totals => totals.Took)
            .TakeWhile(_ => counted < HandlingTimeAdvice.Enough))
        {
            enough.Add(took);
            counted += took.Orders;
        }

        return HandlingTimes.Of(enough);
    }

    private HandlingTimes Lain(Shop shop, IEnumerable<Order> orders, Instant now) => HandlingTimes.Of(
        from order in orders
        where order.Key.Shop == shop.Name && order.State.IsOpen()
        let open = HandOver.Of(order)
        where open is not null
        select HandlingTimes.Of(open.WorkedUntil(now, calendar, shop.Rules.HandlingTime)));
}
