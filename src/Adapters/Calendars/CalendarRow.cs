using NodaTime;
using NodaTime.Text;

namespace ShipBy.Adapters.Calendars;

/// <summary>One understood row: when it holds, whether that is worked, and the hours that it gives itself.</summary>
internal sealed record CalendarRow(int Line, CalendarSpan Span, bool Works, LocalTime? Opens, LocalTime? Closes)
{
    /// <value>A longer range is a slip in a year.</value>
    private const int LongestRange = 366;

    private const string DateRemedy = "Write a date (2026-02-15), a range (2026-02-15..2026-02-23), a weekday (monday), or usual.";

    /// <summary>The ISO form, and what spreadsheets of Chinese and Russian settings make of it when they save. Forms with the month first are not told from those without.</summary>
    private static readonly LocalDatePattern[] DatePatterns =
        [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("uuuu'/'M'/'d"), LocalDatePattern.CreateWithInvariantCulture("d'.'M'.'uuuu")];

    private static readonly LocalTimePattern[] TimePatterns = [LocalTimePattern.CreateWithInvariantCulture("H':'mm"), LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss")];

    /// <returns>Null where something is wrong, which then is among the faults; a row may have several.</returns>
    public static CalendarRow? Read(CalendarCells cells, List<CalendarFault> faults)
    {
        var before = faults.Count;
        var span = SpanOf(cells.Date) ?? Wrong<CalendarSpan?>("date", cells.Date, "is not a date that can be read", DateRemedy);
        bool? works = cells.Kind.ToLowerInvariant() switch
        {
            "working" or "make-up" => true,
            "off" => false,
            _ => Wrong<bool?>("kind", cells.Kind, "is not a kind of day", "Write working, off or make-up."),
        };
        var opens = Hour("opens", cells.Opens);
        var closes = Hour("closes", cells.Closes);
        if (span is CalendarSpan.Dates { Interval: var dates } && dates.Length > LongestRange)
        {
            Wrong<int>("date", cells.Date, $"is a range of {dates.Length} days", $"Correct the years; a range has up to {LongestRange} days.");
        }

        if (works == false && span is CalendarSpan.Usual)
        {
            Wrong<int>("kind", cells.Kind, "leaves the usual day without hours", "Write working; days off have rows of their own.");
        }
        else if (works == false && (cells.Opens + cells.Closes).Length > 0)
        {
            Wrong<int>(cells.Opens.Length > 0 ? "opens" : "closes", cells.Opens.Length > 0 ? cells.Opens : cells.Closes, "stands on a day off", "Clear it, or write working.");
        }

        return faults.Count == before ? new CalendarRow(cells.Line, span!, works!.Value, opens, closes) : null;

        LocalTime? Hour(string field, string cell) => cell.Length == 0 ? null
            : First(TimePatterns, cell) ?? Wrong<LocalTime?>(field, cell, "is not a time of day", "Write 09:00 up to 23:59, or leave it empty for the usual hours.");

        T? Wrong<T>(string field, string found, string problem, string remedy)
        {
            faults.Add(new CalendarFault(cells.Line, field, found.Length == 0 ? "the cell is empty" : $"'{found}' {problem}", remedy));
            return default;
        }
    }

    private static CalendarSpan? SpanOf(string text) => text.ToLowerInvariant() switch
    {
        "usual" => new CalendarSpan.Usual(),
        "monday" => new CalendarSpan.Weekday(IsoDayOfWeek.Monday),
        "tuesday" => new CalendarSpan.Weekday(IsoDayOfWeek.Tuesday),
        "wednesday" => new CalendarSpan.Weekday(IsoDayOfWeek.Wednesday),
        "thursday" => new CalendarSpan.Weekday(IsoDayOfWeek.Thursday),
        "friday" => new CalendarSpan.Weekday(IsoDayOfWeek.Friday),
        "saturday" => new CalendarSpan.Weekday(IsoDayOfWeek.Saturday),
        "sunday" => new CalendarSpan.Weekday(IsoDayOfWeek.Sunday),
        _ => text.Split("..", StringSplitOptions.TrimEntries) switch
        {
            [var day] when First(DatePatterns, day) is { } date => new CalendarSpan.Dates(new DateInterval(date, date)),
            [var from, var to] when First(DatePatterns, from) is { } first && First(DatePatterns, to) is { } last && last >= first => new CalendarSpan.Dates(new DateInterval(first, last)),
            _ => null,
        },
    };

    private static T? First<T>(IEnumerable<IPattern<T>> patterns, string text)
        where T : struct =>
        patterns.Select(pattern => pattern.Parse(text)).Where(parsed => parsed.Success).Select(parsed => (T?)parsed.Value).FirstOrDefault();
}

/// <summary>When a row holds.</summary>
internal abstract record CalendarSpan
{
    private CalendarSpan()
    {
    }

    /// <summary>Wherever a row has no hours of its own.</summary>
    public sealed record Usual : CalendarSpan;

    public sealed record Weekday(IsoDayOfWeek Day) : CalendarSpan;

    /// <param name="Interval">Both ends belong to it; a single date is both.</param>
    public sealed record Dates(DateInterval Interval) : CalendarSpan;
}
