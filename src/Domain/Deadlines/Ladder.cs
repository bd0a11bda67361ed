using NodaTime;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Deadlines;

/// <summary>The rungs at which a deadline is warned about, the earliest first, <see cref="Rung.Overdue"/> always last.</summary>
public sealed record Ladder
{
    /// <value>Time to act before the quiet hours begin.</value>
    private static readonly Duration BeforeSleep = Duration.FromMinutes(30);

    private Ladder(IReadOnlyList<Rung> rungs) => Rungs = rungs;

    public IReadOnlyList<Rung> Rungs { get; }

    /// <value>The shop's hours, and how long before a closing a rung comes that falls into the closed time behind it. Null: rungs follow the clock alone.</value>
    private (WorkCalendar Calendar, Duration Lead)? Hours { get; init; }

    /// <value>Whose working time the rungs' lengths are counted in; null: they are counted by the clock.</value>
    private WorkCalendar? Measure { get; init; }

    private QuietHours? Sleep { get; init; }

    /// <value>How long the first contact has to acknowledge a pressing rung before the second one is told; null: there is no second one.</value>
    public Duration? EscalateAfter { get; private init; }

    /// <value>The last rung before the deadline; <see cref="Rung.Overdue"/> on a ladder without others.</value>
    public Rung LastBeforeDeadline => Rungs.Count > 1 ? Rungs[^2] : Rung.Overdue;

    /// <summary>Reads <c>24h,12h,90m</c>, or with lengths that differ from the names, <c>24h=30s,12h=15s</c>; units d, h, m, s, decimals with a point.</summary>
    /// <exception cref="FormatException">A rung is unreadable, not above zero, doubled, or the order is not from far to near.</exception>
    public static Ladder Parse(string text)
    {
        var rungs = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseRung).ToList();
        for (var i = 1; i < rungs.Count; i++)
        {
            if (rungs[i].Before >= rungs[i - 1].Before)
            {
                throw new FormatException($"The ladder '{text}' must go from far to near: '{rungs[i].Name}' is not nearer than '{rungs[i - 1].Name}'.");
            }
        }

        return rungs.Select(rung => rung.Name).Distinct(StringComparer.Ordinal).Count() == rungs.Count
            ? new Ladder([.. rungs, Rung.Overdue])
            : throw new FormatException($"The ladder '{text}' names a rung twice.");
    }

    /// <summary>The same ladder in a shop that closes: a rung that falls into closed hours is reached before they begin, while somebody can still ship.</summary>
    /// <param name="lead">How long before the closing.</param>
    public Ladder Within(WorkCalendar calendar, Duration lead) => this with { Hours = (calendar, lead) };

    /// <summary>The same rungs with their lengths in working time: <c>6h</c> is reached when six hours of it are left.</summary>
    /// <remarks>A deadline that a year's working time does not reach back from keeps the clock.</remarks>
    public Ladder InWorkingTime(WorkCalendar calendar) => this with { Measure = calendar };

    /// <summary>The same ladder beside quiet hours: a rung that they would hold back until the last rung has passed is reached before they begin.</summary>
    public Ladder Beside(QuietHours? quiet) => this with { Sleep = quiet };

    /// <summary>The same ladder with a second contact.</summary>
    public Ladder Escalating(Duration? after) => this with { EscalateAfter = after };

    /// <summary>How pressing a warning is that names these rungs.</summary>
    public Severity SeverityOf(IEnumerable<string> rungs) =>
        rungs.Any(rung => rung == Rung.Overdue.Name || rung == LastBeforeDeadline.Name) ? Severity.Critical : Severity.Warning;

    /// <summary>Every rung with the instant from which it needs a warning, the earliest first.</summary>
    /// <remarks>A nearer rung that is moved before a farther one takes it along, so that rungs are reached in their order. Overdue is never moved.</remarks>
    public IReadOnlyList<(Rung Rung, Instant At)> CourseTo(Instant deadline)
    {
        var course = new (Rung Rung, Instant At)[Rungs.Count];
        var followsTheClock = Hours is null && Measure is null && Sleep is null;
        var nearer = Instant.MaxValue;
        for (var i = course.Length - 1; i >= 0; i--)
        {
            var rung = Rungs[i];
            course[i] = (rung, rung.IsOverdue || followsTheClock
                ? rung.ReachedAt(deadline)
                : nearer = Instant.Min(nearer, WhileAwake(rung, WhileOpen(Planned(rung, deadline)), deadline)));
        }

        return course;
    }

    /// <summary>The instant from which a rung of the ladder needs a warning.</summary>
    public Instant ReachedAt(Rung rung, Instant deadline) => rung.IsOverdue ? rung.ReachedAt(deadline) : CourseTo(deadline).First(one => one.Rung == rung).At;

    private Instant Planned(Rung rung, Instant deadline) => Measure?.Before(deadline, rung.Before) ?? rung.ReachedAt(deadline);

    /// <remarks>Where the open hours before are shorter than the lead, as soon as they begin; where there are none, as the clock says.</remarks>
    private Instant WhileOpen(Instant at)
    {
        if (Hours is not var (calendar, lead))
        {
            return at;
        }

        return calendar.ClosedAround(at) is not { } closed || !calendar.IsOpen(closed.Start - Duration.FromTicks(1)) ? at
            : calendar.ClosedAround(closed.Start - lead) is { } before ? before.End
            : closed.Start - lead;
    }

    /// <remarks>The last rung is never held back, and so never moved.</remarks>
    private Instant WhileAwake(Rung rung, Instant at, Instant deadline) =>
        rung != LastBeforeDeadline && Sleep?.Around(at) is { } quiet && WhileOpen(Planned(LastBeforeDeadline, deadline)) < quiet.End ? quiet.Start - BeforeSleep : at;

    private static Rung ParseRung(string text)
    {
        var (name, length) = text.Split('=', 2, StringSplitOptions.TrimEntries) is [var left, var right] ? (left, right) : (text, text);
        if (name.Length is 0 or > 20 || Rung.IsTaken(name) || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '.'))
        {
            throw new FormatException($"'{name}' cannot name a rung: use up to 20 letters and digits, such as 24h.");
        }

        return LengthText.Parse(length) is { } before ? new Rung(name, before) : throw new FormatException($"'{length}' is not a length of time: write 24h, 90m, 30s or 7.5s.");
    }
}
