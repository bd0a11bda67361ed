using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Carriers;

namespace ShipBy.Domain.Holidays;

/// <summary>Puts together what is to be known of a closed period.</summary>
public static class HolidayPolicy
{
    private const int DaysInSight = 366;

    /// <param name="now">On the seller's wall.</param>
    public static HolidayPack Of(ClosedPeriod period, LocalDate arriveBy, IReadOnlyList<CarrierTariff> table, WorkCalendar shop, LocalDateTime now)
    {
        var carriers = table.Select(tariff => new CarrierPause(
            tariff, LastShipPolicy.For(tariff, shop, arriveBy, now), LastShipPolicy.Before(tariff, shop, period.From), LastShipPolicy.After(tariff, shop, period.To))).ToList();
        return carriers.Count == 0
            ? new HolidayPack(period, arriveBy, Worked(shop, period.From, -1), Worked(shop, period.To, 1), [])
            : new HolidayPack(period, arriveBy, carriers.Max(carrier => carrier.LastBefore?.Day), carriers.Min(carrier => carrier.FirstAfter?.Day), carriers);
    }

    /// <summary>Lengths from the payment on for orders paid in a period, by day: whatever day it is, they end with the first day after it and the usual time.</summary>
    public static IReadOnlyList<(LocalDate Day, Duration Handling)> HandlingIn(HolidayPack pack, Duration usual)
    {
        var again = pack.Again ?? pack.Period.To.PlusDays(1);
        return [.. new DateInterval(pack.Period.From, pack.Period.To).Select(day => (day, Duration.FromDays(Period.DaysBetween(day, again)) + usual))];
    }

    private static LocalDate? Worked(WorkCalendar shop, LocalDate edge, int step) =>
        Enumerable.Range(1, DaysInSight).Select(ahead => edge.PlusDays(step * ahead)).Where(day => shop.HoursOf(day) is not null).Select(day => (LocalDate?)day).FirstOrDefault();
}
