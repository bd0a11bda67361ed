using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Carriers;

/// <summary>Reads the carrier table, with what is known of each carrier beside it.</summary>
public sealed class LookAtCarriers(ILedger ledger, Pools pools, CarrierTable table, GuardOptions options, TimeProvider clock)
{
    public async Task<CarriersView> RunAsync(CancellationToken cancel)
    {
        var orders = new List<Order>();
        var tariffs = await table.AllAsync(cancel);
        foreach (var pool in tariffs.Count == 0 ? [] : pools.All)
        {
            orders.AddRange((await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()));
        }

        return new CarriersView(clock.Now().InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).Date, [.. tariffs.Select(tariff => new SeenTariff(tariff, OnTimeRecord.Of(tariff, orders)))]);
    }

    /// <summary>Which carrier an order should go with.</summary>
    public async Task<CarrierAdvice> AdviseAsync(Order order, CancellationToken cancel) => (await AdviseAsync([order], cancel))[0];

    /// <returns>Of each order, in their order.</returns>
    public async Task<IReadOnlyList<CarrierAdvice>> AdviseAsync(IReadOnlyList<Order> orders, CancellationToken cancel)
    {
        var (tariffs, zone, now) = (await table.AllAsync(cancel), DateTimeZoneProviders.Tzdb[options.TimeZone], clock.Now());
        return [.. orders.Select(order => CarrierChoice.Of(CarrierQuestion.Of(order, pools.TransitRulesOf(order.Key.Shop)?.ArriveWithin), tariffs, zone, now))];
    }
}

/// <param name="Today">On the seller's wall.</param>
public sealed record CarriersView(LocalDate Today, IReadOnlyList<SeenTariff> Tariffs);

/// <param name="Record">Of the carrier's parcels whose orders have not left for the history.</param>
public sealed record SeenTariff(CarrierTariff Tariff, OnTimeRecord Record)
{
    /// <summary>Shutdowns that are not over.</summary>
    public IEnumerable<Shutdown> ShutdownsAhead(LocalDate today) => Tariff.Shutdowns.Where(shut => shut.To >= today);
}
