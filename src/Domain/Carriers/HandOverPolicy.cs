using NodaTime;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Carriers;

/// <summary>When a parcel can be given to a carrier at the earliest.</summary>
internal static class HandOverPolicy
{
    private const int DaysInSight = 366;

    /// <returns>Null where the carrier does not come within a year.</returns>
    public static Instant? First(CarrierTariff tariff, WallClock calendar, Instant now)
    {
        var today = calendar.DateOf(now);
        for (var ahead = 0; ahead < DaysInSight; ahead++)
        {
            var date = today.PlusDays(ahead);
            if (!tariff.Shutdowns.Any(shut => shut.Contains(date)) && On(tariff, date, calendar, now) is { } at)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The last day of the shutdown that a day is in, and of those that follow it without a day between.</summary>
    public static LocalDate? ShutUntil(CarrierTariff tariff, LocalDate day)
    {
        LocalDate? until = null;
        for (var next = day; tariff.Shutdowns.Where(shut => shut.Contains(next)).Select(shut => (LocalDate?)shut.To).Max() is { } last; next = last.PlusDays(1))
        {
            until = last;
        }

        return until;
    }

    private static Instant? On(CarrierTariff tariff, LocalDate date, WallClock calendar, Instant now) => tariff.PickUps.Count == 0
        ? Instant.Max(now, calendar.At(date, LocalTime.Midnight))
        : tariff.PickUps.Where(pickUp => pickUp.Day == date.DayOfWeek).Select(pickUp => (Instant?)calendar.At(date, pickUp.Time)).Where(at => at >= now).Min();
}
