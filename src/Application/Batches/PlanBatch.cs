using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Batches;

/// <summary>Shows what a batch would be. Writes nothing.</summary>
public sealed class PlanBatch(ILedger ledger, Pools pools, Channels channels, TimeProvider clock)
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

        var chosen = wish.Orders.ToHashSet();
        var used = orders.Values.Where(order => !chosen.Contains(order.Key)).SelectMany(order => new[] { order.TrackingNumber, order.Instruction?.Ship?.TrackingNumber }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return BatchPolicy.Plan(
            wish,
            orders,
            used,
            shop => channels.Find<IShippingChannel>(shop) is null ? null : pools.Shops.FirstOrDefault(one => one.Name == shop)?.Rules.Shipping,
            clock.Now());
    }
}
