using ShipBy.Application.Carriers;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Batches;

/// <summary>Says which carriers the orders of a plan should go with, by the seller's table.</summary>
public sealed class ProposeCarriers(LookAtCarriers lookAtCarriers, WaybillStock stock)
{
    /// <returns>The carrier of most orders first; orders for which none is proposed, or whose carrier the marketplace sets, are in none.</returns>
    public async Task<IReadOnlyList<CarrierProposal>> RunAsync(BatchPlan plan, CancellationToken cancel)
    {
        var orders = plan.Parcels.SelectMany(parcel => parcel.Orders).ToList();
        var advice = await lookAtCarriers.AdviseAsync(orders, cancel);
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
}

/// <summary>A carrier, and the orders of a plan that should go with it.</summary>
/// <param name="InStock">How many numbers of its number stock are left.</param>
public sealed record CarrierProposal(CarrierTariff Tariff, IReadOnlyList<OrderKey> Orders, int InStock)
{
    /// <summary>What is wished then: these orders, with its numbers from the stock, or by its rule.</summary>
    public BatchWish Of(BatchWish wish) => wish with { Orders = Orders, Carrier = Tariff.Word, FromStock = InStock > 0, Rule = Tariff.Rule ?? wish.Rule, FirstNumber = InStock > 0 ? null : wish.FirstNumber };
}
