using NodaTime;

namespace ShipBy.Domain.Calendars;

/// <summary>When somebody works and hands parcels over: a week's opening hours in a time zone, and the days that differ.</summary>
/// <remarks>
/// A week alone is wrong for China, where weekends before and after long holidays are worked: a date's own rule always wins. A clock change within a day is
/// counted as it is: hours are between instants. A search that finds no working day within a year gives up: such a calendar is closed for good.
/// </remarks>
public sealed class WorkCalendar
{
    private const int DaysInSight = 366;

    /// <value>Ten years: a limit beyond them stands for "never", and nobody waits for the count.</value>
    private const int DaysCounted = 3_660;

    private readonly WallClock _wall;
    private readonly IReadOnlyDictionary<IsoDayOfWeek, WorkHours> _week;
    private readonly IReadOnlyDictionary<LocalDate, WorkHours?> _days;
    private readonly IReadOnlyDictionary<LocalDate, string>? _names;

    /// <param name="week">Hours of the weekdays that are worked.</param>
    /// <param name="days">Dates that differ: their hours, or null for a day off.</param>
    /// <param name="names">What dates that differ are called, as far as somebody wrote it.</param>
    public WorkCalendar(DateTimeZone zone, IReadOnlyDictionary<IsoDayOfWeek, WorkHours> week, IReadOnlyDictionary<LocalDate, WorkHours?> days, IReadOnlyDictionary<LocalDate, string>? names = null) =>
        (_wall, _week, _days, _names) = (new WallClock(zone), week, days, names);

    /// <summary>Monday to Friday, nine to twenty-one.</summary>
    public static WorkCalendar Usual(DateTimeZone zone) => new(
        zone,
        new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday }.ToDictionary(day => day, _ => WorkHours.Usual),
        new Dictionary<LocalDate, WorkHours?>());

    /// <value>The last date that differs from the week; null where none does.</value>
    public LocalDate? LastNamedDay => _days.Count == 0 ? null : _days.Keys.Max();

    public WorkHours? HoursOf(LocalDate date) => _days.TryGetValue(date, out var hours) ? hours : _week.GetValueOrDefault(date.DayOfWeek);

    /// <summary>Whether the date is off by a rule of its own. A free day of the usual week is not: others may well work then.</summary>
    public bool IsNamedOff(LocalDate date) => _days.TryGetValue(date, out var hours) && hours is null;

    /// <returns>Null where nobody wrote it.</returns>
    public string? NameOf(LocalDate date) => _names?.GetValueOrDefault(date);

    public bool IsOpen(Instant at) => StretchOf(DateOf(at)) is { } stretch && stretch.Contains(at);

    /// <summary>Working time between two instants; zero where <paramref name="to"/> is not after <paramref name="from"/>. No more than ten years are counted.</summary>
    public Duration WorkingTime(Instant from, Instant to)
    {
        var sum = Duration.Zero;
        if (to > from)
        {
            var first = DateOf(from);
            var last = LocalDate.Min(DateOf(to), first.PlusDays(DaysCounted));
            for (var date = first; date <= last; date = date.PlusDays(1))
            {
                if (StretchOf(date) is { } stretch && Instant.Max(from, stretch.Start) is var start && Instant.Min(to, stretch.End) is var end && end > start)
                {
                    sum += end - start;
                }
            }
        }

        return sum;
    }

    /// <summary>The first instant by which so much working time has passed since <paramref name="from"/>.</summary>
    /// <returns>A closing, where the day's hours are just enough. Null where a year does not hold so much.</returns>
    public Instant? After(Instant from, Duration working)
    {
        var left = working;
        for (var (date, day) = (DateOf(from), 0); left > Duration.Zero && day < DaysInSight; date = date.PlusDays(1), day++)
        {
            if (StretchOf(date) is { } stretch && Instant.Max(from, stretch.Start) is var start && stretch.End > start)
            {
                if (left <= stretch.End - start)
                {
                    return start + left;
                }

                left -= stretch.End - start;
            }
        }

        return left > Duration.Zero ? null : from;
    }

    /// <summary>The last instant from which so much working time is left until <paramref name="to"/>.</summary>
    /// <returns>An opening, where the day's hours are just enough. Null where a year does not hold so much.</returns>
    public Instant? Before(Instant to, Duration working)
    {
        var left = working;
        for (var (date, day) = (DateOf(to), 0); left > Duration.Zero && day < DaysInSight; date = date.PlusDays(-1), day++)
        {
            if (StretchOf(date) is { } stretch && Instant.Min(to, stretch.End) is var end && end > stretch.Start)
            {
                if (left <= end - stretch.Start)
                {
                    return end - left;
                }

                left -= end - stretch.Start;
            }
        }

        return left > Duration.Zero ? null : to;
    }

    /// <summary>From when an order of <paramref name="at"/> is worked on, where a day takes orders up to <paramref name="cutOff"/>: later ones wait for the next working day.</summary>
    /// <returns>The instant itself where it is not after the cut-off, closed hours included. Null where no working day follows within a year.</returns>
    public Instant? BeginsAt(Instant at, LocalTime cutOff)
    {
        var date = DateOf(at);
        return at <= _wall.At(date, cutOff) ? at : Enumerable.Range(1, DaysInSight).Select(day => StretchOf(date.PlusDays(day))).FirstOrDefault(stretch => stretch is not null)?.Start;
    }

    /// <summary>The closed stretch that holds an instant: from the last closing to the next opening. Null while it is open.</summary>
    /// <returns>Ends that lie further away than a year are where the search ended.</returns>
    public Interval? ClosedAround(Instant at)
    {
        if (IsOpen(at))
        {
            return null;
        }

        var (today, year) = (DateOf(at), Duration.FromDays(DaysInSight));
        var before = Days(0, -1).Select(day => StretchOf(today.PlusDays(day))).FirstOrDefault(stretch => stretch?.End <= at);
        var after = Days(0, 1).Select(day => StretchOf(today.PlusDays(day))).FirstOrDefault(stretch => stretch?.Start > at);
        return new Interval(before?.End ?? at - year, after?.Start ?? (at < Instant.MaxValue - year ? at + year : Instant.MaxValue));

        static IEnumerable<int> Days(int first, int step) => Enumerable.Range(first, DaysInSight).Select(day => day * step);
    }

    private LocalDate DateOf(Instant at) => _wall.DateOf(at);

    private Interval? StretchOf(LocalDate date) =>
        HoursOf(date) is { } hours && _wall.At(date, hours.Opens) is var opens && _wall.At(date, hours.Closes) is var closes && closes > opens
            ? new Interval(opens, closes)
            : null;
}

/// <summary>Opening hours of a day, by the local clock.</summary>
/// <exception cref="ArgumentException">It closes before it opens.</exception>
public sealed record WorkHours
{
    public WorkHours(LocalTime opens, LocalTime closes)
    {
        if (closes <= opens)
        {
            throw new ArgumentException($"A day that opens at {opens} must close later than {closes}.", nameof(closes));
        }

        (Opens, Closes) = (opens, closes);
    }

    /// <summary>Nine to twenty-one.</summary>
    public static WorkHours Usual { get; } = new(new LocalTime(9, 0), new LocalTime(21, 0));

    public LocalTime Opens { get; }

    public LocalTime Closes { get; }
}
