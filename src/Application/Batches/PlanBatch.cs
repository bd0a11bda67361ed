using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Batches;

/// <summary>Shows what a batch would be. Writes nothing.</summary>
public sealed class PlanBatch(ILedger ledger, ShipBatch shipBatch, Pools pools, Channels channels, TimeProvider clock)
{
    public async Task<BatchPlan> RunAsync(BatchWish wish, CancellationToken cancel)
    {
        var orders = new Dictionary<OrderKey, Order>();
        foreach (var pool in wish.Orders.Select(order => pools.OfShop(order.Shop)).OfType<Domain.Stock.PoolName>().Distinct())
        {
            foreach (var (key, stored) in await ledger.OrdersAsync(pool, cancel))
            {
                orders[key] = stored.Order();
            }
        }

        var batches = await shipBatch.AllAsync(cancel);
        var items = batches.SelectMany(batch => batch.Items).ToList();
        List<GivenNumber> given =
        [
            .. from order in orders.Values
               from number in new[] { order.TrackingNumber, order.Instruction?.Ship?.TrackingNumber }
               where number is not null
               select new GivenNumber(order.Key, number),
            .. from item in items where item is { TrackingNumber: not null, State: not BatchItemState.Refused } select new GivenNumber(item.Order, item.TrackingNumber!),
        ];
        return BatchPolicy.Plan(
            wish,
            orders,
            given,
            items.Where(item => item.State == BatchItemState.Waiting).Select(item => item.Order).ToHashSet(),
            shop => !pools.IsSample(shop) && channels.Find<IShippingChannel>(shop) is null ? null : pools.OnTheDesk.FirstOrDefault(one => one.Name == shop)?.Rules.Shipping,
            clock.Now());
    }
}
