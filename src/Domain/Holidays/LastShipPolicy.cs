using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Carriers;

namespace ShipBy.Domain.Holidays;

/// <summary>The last day on which a parcel may leave, to be there by a date or to leave before a closed period.</summary>
/// <remarks>
/// A tariff's days are counted as the carrier's working days: the weekdays on which it comes, all of them where none are named, and never its shutdowns. A carrier that
/// drives on days on which it does not come is quicker than that: early is safe. It leaves on a day on which the carrier comes and the shop is open.
/// </remarks>
public static class LastShipPolicy
{
    private const int DaysInSight = 366;

    /// <param name="now">On the seller's wall.</param>
    public static LastShip For(CarrierTariff tariff, WorkCalendar shop, LocalDate arriveBy, LocalDateTime now)
    {
        if (tariff.Days is not { } left)
        {
            return new LastShip(LastShipFit.DaysUnknown);
        }

        for (var (date, ahead) = (arriveBy, 0); ahead < DaysInSight; date = date.PlusDays(-1), ahead++)
        {
            if (left == 0 && Takes(tariff, shop, date))
            {
                var last = On(tariff, date);
                return last with { Fit = date > now.Date || (date == now.Date && !(last.PickUp < now.TimeOfDay)) ? LastShipFit.InTime : LastShipFit.Over };
            }

            left -= left > 0 && Moves(tariff, date) ? 1 : 0;
        }

        return new LastShip(LastShipFit.Never);
    }

    /// <summary>The last hand-over before a day.</summary>
    /// <returns>Null where there is none within a year.</returns>
    public static LastShip? Before(CarrierTariff tariff, WorkCalendar shop, LocalDate day) => FirstOf(tariff, shop, day.PlusDays(-1), -1);

    /// <summary>The first hand-over after a day.</summary>
    /// <returns>Null where there is none within a year.</returns>
    public static LastShip? After(CarrierTariff tariff, WorkCalendar shop, LocalDate day) => FirstOf(tariff, shop, day.PlusDays(1), 1);

    private static LastShip? FirstOf(CarrierTariff tariff, WorkCalendar shop, LocalDate from, int step) =>
        Enumerable.Range(0, DaysInSight).Select(ahead => from.PlusDays(step * ahead)).Where(date => Takes(tariff, shop, date)).Select(date => On(tariff, date)).FirstOrDefault();

    private static LastShip On(CarrierTariff tariff, LocalDate date) =>
        new(LastShipFit.InTime, date, tariff.PickUps.Where(pickUp => pickUp.Day == date.DayOfWeek).Select(pickUp => (LocalTime?)pickUp.Time).Max());

    private static bool Takes(CarrierTariff tariff, WorkCalendar shop, LocalDate date) => Moves(tariff, date) && shop.HoursOf(date) is not null;

    private static bool Moves(CarrierTariff tariff, LocalDate date) =>
        !tariff.Shutdowns.Any(shut => shut.Contains(date)) && (tariff.PickUps.Count == 0 || tariff.PickUps.Any(pickUp => pickUp.Day == date.DayOfWeek));
}

/// <param name="Day">Null where there is none.</param>
/// <param name="PickUp">The last of that day; null where parcels are brought there at any time.</param>
public sealed record LastShip(LastShipFit Fit, LocalDate? Day = null, LocalTime? PickUp = null);

public enum LastShipFit
{
    InTime,

    /// <summary>The last pick-up that would make it is over.</summary>
    Over,

    /// <summary>Nobody wrote down how long the carrier is on the way.</summary>
    DaysUnknown,

    /// <summary>No hand-over within a year before would make it.</summary>
    Never,
}
