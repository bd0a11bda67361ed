using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Carriers;

/// <summary>Reads the carrier table, with what is known of each carrier beside it.</summary>
public sealed class LookAtCarriers(SentParcels sentParcels, Pools pools, CarrierTable table, GuardOptions options, TimeProvider clock)
{
    /// <value>What a carrier's record is about.</value>
    public const int RecordDays = 30;

    public async Task<CarriersView> RunAsync(CancellationToken cancel)
    {
        var (now, tariffs) = (clock.Now(), await table.AllAsync(cancel));
        var sent = await sentParcels.OfAsync(tariffs.Count == 0 ? [] : pools.Shown, new Interval(now - Duration.FromDays(RecordDays), null), cancel);
        return new CarriersView(now.InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).Date, [.. tariffs.Select(tariff => new SeenTariff(tariff, OnTimeRecord.Of(tariff, sent.Parcels)))]);
    }

    /// <summary>Which carrier an order should go with.</summary>
    /// <param name="weight">As for <see cref="CarrierQuestion.Of"/>.</param>
    public async Task<CarrierAdvice> AdviseAsync(Order order, int? weight, CancellationToken cancel) => (await AdviseAsync([(order, weight)], cancel))[0];

    /// <param name="orders">Each with its weight, as above.</param>
    /// <returns>Of each order, in their order.</returns>
    public async Task<IReadOnlyList<CarrierAdvice>> AdviseAsync(IReadOnlyList<(Order Order, int? Weight)> orders, CancellationToken cancel)
    {
        var (tariffs, zone, now) = (await table.AllAsync(cancel), DateTimeZoneProviders.Tzdb[options.TimeZone], clock.Now());
        return [.. orders.Select(one => CarrierChoice.Of(CarrierQuestion.Of(one.Order, pools.TransitRulesOf(one.Order.Key.Shop)?.ArriveWithin, one.Weight), tariffs, zone, now))];
    }
}

/// <param name="Today">On the seller's wall.</param>
public sealed record CarriersView(LocalDate Today, IReadOnlyList<SeenTariff> Tariffs);

/// <param name="Record">Of the carrier's parcels of the last <see cref="LookAtCarriers.RecordDays"/> days.</param>
public sealed record SeenTariff(CarrierTariff Tariff, OnTimeRecord Record)
{
    /// <summary>Shutdowns that are not over.</summary>
    public IEnumerable<Shutdown> ShutdownsAhead(LocalDate today) => Tariff.Shutdowns.Where(shut => shut.To >= today);
}
