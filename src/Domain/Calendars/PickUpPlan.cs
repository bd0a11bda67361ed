using NodaTime;

namespace ShipBy.Domain.Calendars;

/// <summary>When a carrier comes for the parcels: times of the week in the carrier's own zone, and the dates that differ.</summary>
/// <remarks>
/// A date's own times win over everything. Else a day off that the carrier's calendar names has no pick-up; a weekend day that is worked has those of its weekday,
/// none unless the week names some: a pick-up that is taken for granted and does not come costs a deadline, one too few costs an hour.
/// </remarks>
public sealed class PickUpPlan
{
    private const int DaysInSight = 366;

    private readonly WallClock _wall;
    private readonly IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<LocalTime>> _week;
    private readonly IReadOnlyDictionary<LocalDate, IReadOnlyList<LocalTime>> _days;
    private readonly WorkCalendar? _carrier;

    /// <param name="days">Dates with times of their own; none of them where the carrier pauses.</param>
    /// <param name="carrier">The days off by name; null where the carrier has none.</param>
    public PickUpPlan(
        DateTimeZone zone, IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<LocalTime>> week, IReadOnlyDictionary<LocalDate, IReadOnlyList<LocalTime>> days, WorkCalendar? carrier = null) =>
        (_wall, _week, _days, _carrier) = (new WallClock(zone), week, days, carrier);

    /// <summary>The latest pick-up that is neither before <paramref name="from"/> nor after <paramref name="limit"/>; either instant itself will do.</summary>
    /// <returns>Null where there is none, or none within a year before the limit.</returns>
    public Instant? Latest(Instant from, Instant limit)
    {
        var first = _wall.DateOf(from);
        for (var (date, day) = (_wall.DateOf(limit), 0); date >= first && day < DaysInSight; date = date.PlusDays(-1), day++)
        {
            if (TimesOf(date).Select(time => (Instant?)_wall.At(date, time)).Where(at => at >= from && at <= limit).Max() is { } latest)
            {
                return latest;
            }
        }

        return null;
    }

    private IReadOnlyList<LocalTime> TimesOf(LocalDate date) => _days.TryGetValue(date, out var own) ? own
        : _carrier?.IsNamedOff(date) == true ? []
        : _week.GetValueOrDefault(date.DayOfWeek, []);
}
