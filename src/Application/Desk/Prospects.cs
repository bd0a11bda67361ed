using NodaTime;
using ShipBy.Application.Costs;
using ShipBy.Application.Estimates;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Desk;

/// <summary>What is to be expected of a pool's open orders and of its shops. All of it comes from the day totals, which cost one request an hour.</summary>
public sealed class Prospects(ShopPaces paces, ShopPromises promises, CostReading costs, WorkCalendar calendar)
{
    /// <param name="orders">Those of the pool, closed ones or not.</param>
    public async Task<PoolProspects> OfAsync(PoolName pool, IReadOnlyCollection<Order> orders, Instant now, CancellationToken cancel)
    {
        var pace = await paces.OfAsync(pool, cancel);
        var open = orders.Where(order => order.State.IsOpen()).ToList();
        return new PoolProspects(
            (from order in open
             let outlook = OrderOutlook.Of(order, pace.GetValueOrDefault(order.Key.Shop, HandOverPace.Unknown), calendar, now)
             where outlook is not null
             select (order.Key, outlook)).ToDictionary(one => one.Key, one => one.outlook),
            await costs.OfAsync(pool, [.. open.Select(order => OrderAtStake.Of(order.Key, order.Value, order.ShipBy, order.ShipByRule)).OfType<OrderAtStake>()], cancel),
            await promises.OfAsync(pool, open, now, cancel));
    }
}

/// <param name="Outlooks">Of orders that have one.</param>
/// <param name="Costs">Of orders whose deadline costs something when it is missed.</param>
/// <param name="Promises">By shop.</param>
public sealed record PoolProspects(
    IReadOnlyDictionary<OrderKey, OrderOutlook> Outlooks, IReadOnlyDictionary<OrderKey, CostOfMissing> Costs, IReadOnlyDictionary<string, PromiseReview> Promises);
