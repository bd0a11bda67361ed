using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Application.Batches;

/// <summary>Shows what a batch would be. Writes nothing.</summary>
public sealed class PlanBatch(ILedger ledger, ShipBatch shipBatch, WaybillStock stock, Pools pools, Channels channels, TimeProvider clock)
{
    /// <remarks>What others may change is read after the row by which starts contend: a start that comes between is noticed.</remarks>
    public async Task<PlannedBatch> RunAsync(BatchWish wish, CancellationToken cancel)
    {
        var fence = await shipBatch.FenceAsync(cancel);
        var orders = new Dictionary<OrderKey, Order>();
        foreach (var pool in wish.Orders.Select(order => pools.OfShop(order.Shop)).OfType<Domain.Stock.PoolName>().Distinct())
        {
            foreach (var (key, stored) in await ledger.OrdersAsync(pool, cancel))
            {
                orders[key] = stored.Order();
            }
        }

        var items = (await shipBatch.AllAsync(cancel)).SelectMany(batch => batch.Items).ToList();
        List<GivenNumber> given =
        [
            .. from order in orders.Values
               from number in new[] { order.TrackingNumber, order.Instruction?.Ship?.TrackingNumber }
               where number is not null
               select new GivenNumber(order.Key, number),
            .. from item in items where item is { TrackingNumber: not null, State: not BatchItemState.Refused } select new GivenNumber(item.Order, item.TrackingNumber!),
        ];
        var lots = await stock.OpenAsync(cancel);
        var used = given.Select(one => one.Number).Concat(wish.Typed.Values).Select(TrackingSeries.Bare).ToHashSet(StringComparer.Ordinal);
        var ours = wish is { FromStock: true, Carrier: { } carrier } && !wish.Orders.Any(order => pools.IsSample(order.Shop)) ? StoredLot.WhatFits(await stock.OfAsync(carrier, lots, cancel)) : [];
        var plan = BatchPolicy.Plan(
            wish,
            orders,
            given,
            items.Where(item => item.State == BatchItemState.Waiting).Select(item => item.Order).ToHashSet(),
            shop => !pools.IsSample(shop) && channels.Find<IShippingChannel>(shop) is null ? null : pools.OnTheDesk.FirstOrDefault(one => one.Name == shop)?.Rules.Shipping,
            clock.Now(),
            WaybillPolicy.Take([.. ours.Select(stored => stored.Lot)], ShipmentBatch.MostItems, used).Numbers);
        return new PlannedBatch(plan, fence, Changes(plan, lots, ours, used));
    }

    /// <summary>What the batch's start does to the number stock: its numbers are taken, and none that a parcel has got otherwise stays in it.</summary>
    private static IReadOnlyList<RowChange> Changes(BatchPlan plan, IReadOnlyList<StoredLot> lots, IReadOnlyList<StoredLot> ours, HashSet<string> used)
    {
        var planned = plan.Parcels.Select(parcel => parcel.TrackingNumber).OfType<string>().Select(TrackingSeries.Bare).ToHashSet(StringComparer.Ordinal);
        var after = WaybillPolicy.Take([.. ours.Select(stored => stored.Lot)], planned.Count(number => !used.Contains(number) && ours.Any(stored => stored.Lot.Has(number))), used).After.ToDictionary(lot => lot.Id);
        planned.UnionWith(used);

        // What is taken has to be written. What is struck beside it may wait for the next start: it is passed over as long as its parcel is known.
        var touched = StoredLot.WhatFits([.. ours, .. lots.Where(stored => !after.ContainsKey(stored.Lot.Id) && WaybillPolicy.Strike(stored.Lot, planned) != stored.Lot)]);
        return [.. touched.SelectMany(stored => stored.Changes(WaybillPolicy.Strike(after.GetValueOrDefault(stored.Lot.Id, stored.Lot), planned)))];
    }
}

/// <summary>A plan, and what its start goes with.</summary>
/// <param name="Fence">What every start writes, as it was before the plan was made; null: none was ever started.</param>
/// <param name="Lots">Changes of the number stock.</param>
public sealed record PlannedBatch(BatchPlan Plan, Stored? Fence, IReadOnlyList<RowChange> Lots);
