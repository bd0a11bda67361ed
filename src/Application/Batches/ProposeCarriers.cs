using ShipBy.Application.Carriers;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stockroom;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Batches;

/// <summary>Says which carriers the orders of a plan should go with, by the seller's table.</summary>
public sealed class ProposeCarriers(LookAtCarriers lookAtCarriers, WaybillStock stock, ProductCards productCards, Pools pools)
{
    /// <returns>The carrier of most orders first; orders for which none is proposed, or whose carrier the marketplace sets, are in none.</returns>
    public async Task<IReadOnlyList<CarrierProposal>> RunAsync(BatchPlan plan, CancellationToken cancel)
    {
        var orders = plan.Parcels.SelectMany(parcel => parcel.Orders).ToList();
        var weights = await WeightsAsync(orders, cancel);
        var advice = await lookAtCarriers.AdviseAsync([.. orders.Select(order => (order, weights.GetValueOrDefault(order.Key)))], cancel);
        var proposed = orders.Zip(advice).Where(one => one.Second.Word is not null).GroupBy(one => one.Second.Word!, one => (one.First, Tariff: one.Second.Tariff!)).ToList();
        var lots = proposed.Count == 0 ? [] : await stock.OpenAsync(cancel);
        var proposals = new List<CarrierProposal>();
        foreach (var carrier in proposed.OrderByDescending(one => one.Count()).ThenBy(one => one.Key, StringComparer.Ordinal))
        {
            var ours = await stock.OfAsync(carrier.Key, lots, cancel);
            proposals.Add(new CarrierProposal(carrier.First().Tariff, [.. carrier.Select(one => one.First.Key)], ours.Sum(stored => stored.Lot.Left)));
        }

        return proposals;
    }

    /// <returns>Grams of each order whose goods are all weighed.</returns>
    private async Task<Dictionary<OrderKey, int?>> WeightsAsync(IReadOnlyList<Order> orders, CancellationToken cancel)
    {
        var weights = new Dictionary<OrderKey, int?>();
        foreach (var ofPool in orders.GroupBy(order => pools.OfShop(order.Key.Shop)).Where(ofPool => ofPool.Key is not null))
        {
            var goods = ofPool.Select(order => (order.Key, Units: Shelf.UnitsOf(order.Lines).ToList())).ToList();
            var cards = await productCards.OfAsync(ofPool.Key!, [.. goods.SelectMany(order => order.Units).Select(one => one.Sku).Distinct()], cancel);
            foreach (var (key, units) in goods)
            {
                weights[key] = ParcelWeight.Of(units, cards);
            }
        }

        return weights;
    }
}

/// <summary>A carrier, and the orders of a plan that should go with it.</summary>
/// <param name="InStock">How many numbers of its number stock are left.</param>
public sealed record CarrierProposal(CarrierTariff Tariff, IReadOnlyList<OrderKey> Orders, int InStock)
{
    /// <summary>What is wished then: these orders, with its numbers from the stock, or by its rule.</summary>
    public BatchWish Of(BatchWish wish) => wish with { Orders = Orders, Carrier = Tariff.Word, FromStock = InStock > 0, Rule = Tariff.Rule ?? wish.Rule, FirstNumber = InStock > 0 ? null : wish.FirstNumber };
}
