using NodaTime;
using NodaTime.Text;

namespace ShipBy.Adapters.Calendars;

/// <summary>Dates and times of day as people and spreadsheets write them into a calendar's cells.</summary>
internal static class CellText
{
    /// <value>A longer range is a slip in a year.</value>
    private const int LongestRange = 366;

    /// <summary>The ISO form, and what spreadsheets of Chinese and Russian settings make of it when they save. Forms with the month first are not told from those without.</summary>
    private static readonly LocalDatePattern[] DatePatterns =
        [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("uuuu'/'M'/'d"), LocalDatePattern.CreateWithInvariantCulture("d'.'M'.'uuuu")];

    private static readonly LocalTimePattern[] TimePatterns = [LocalTimePattern.CreateWithInvariantCulture("H':'mm"), LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss")];

    /// <returns>A date or a range, both ends in it; null where the text is neither.</returns>
    public static DateInterval? Dates(string text) => text.Split("..", StringSplitOptions.TrimEntries) switch
    {
        [var day] when First(DatePatterns, day) is { } date => new DateInterval(date, date),
        [var from, var to] when First(DatePatterns, from) is { } first && First(DatePatterns, to) is { } last && last >= first => new DateInterval(first, last),
        _ => null,
    };

    /// <summary>The dates of a row that can have nothing else in its column <c>date</c>.</summary>
    /// <returns>Null where they are among the faults.</returns>
    public static DateInterval? DatesOf(CalendarCells cells, List<CalendarFault> faults)
    {
        if (Dates(cells["date"]) is not { } dates)
        {
            faults.Add(cells.Fault("date", "is not a date that can be read", "Write a date (2026-02-15) or a range (2026-02-15..2026-02-23)."));
            return null;
        }

        return RefuseTooLong(dates, cells, faults) ? null : dates;
    }

    public static bool RefuseTooLong(DateInterval dates, CalendarCells cells, List<CalendarFault> faults)
    {
        var tooLong = dates.Length > LongestRange;
        if (tooLong)
        {
            faults.Add(cells.Fault("date", $"is a range of {dates.Length} days", $"Correct the years; a range has up to {LongestRange} days."));
        }

        return tooLong;
    }

    /// <returns>Null where the text is no time of day.</returns>
    public static LocalTime? Time(string text) => First(TimePatterns, text);

    private static T? First<T>(IEnumerable<IPattern<T>> patterns, string text)
        where T : struct =>
        patterns.Select(pattern => pattern.Parse(text)).Where(parsed => parsed.Success).Select(parsed => (T?)parsed.Value).FirstOrDefault();
}
