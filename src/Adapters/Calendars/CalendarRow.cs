using NodaTime;
using ShipBy.Adapters.SellerFiles;

namespace ShipBy.Adapters.Calendars;

/// <summary>One understood row: when it holds, whether that is worked, and the hours that it gives itself.</summary>
internal sealed record CalendarRow(int Line, CalendarSpan Span, bool Works, LocalTime? Opens, LocalTime? Closes, string Name = "")
{
    private const string DateRemedy = "Write a date (2026-02-15), a range (2026-02-15..2026-02-23), a weekday (monday), or usual.";

    /// <returns>Null where something is wrong, which then is among the faults; a row may have several.</returns>
    public static CalendarRow? Read(CsvCells cells, List<FileFault> faults)
    {
        var before = faults.Count;
        var span = SpanOf(cells["date"]) ?? Wrong<CalendarSpan?>("date", "is not a date that can be read", DateRemedy);
        bool? works = cells["kind"].ToLowerInvariant() switch
        {
            "working" or "make-up" => true,
            "off" => false,
            _ => Wrong<bool?>("kind", "is not a kind of day", "Write working, off or make-up."),
        };
        var opens = Hour("opens");
        var closes = Hour("closes");
        if (span is CalendarSpan.Dates { Interval: var dates })
        {
            CellText.RefuseTooLong(dates, cells, faults);
        }

        if (works == false && span is CalendarSpan.Usual)
        {
            Wrong<int>("kind", "leaves the usual day without hours", "Write working; days off have rows of their own.");
        }
        else if (works == false && (cells["opens"] + cells["closes"]).Length > 0)
        {
            Wrong<int>(cells["opens"].Length > 0 ? "opens" : "closes", "stands on a day off", "Clear it, or write working.");
        }

        return faults.Count == before ? new CalendarRow(cells.Line, span!, works!.Value, opens, closes, cells["name"]) : null;

        LocalTime? Hour(string field) => cells[field].Length == 0 ? null
            : CellText.Time(cells[field]) ?? Wrong<LocalTime?>(field, "is not a time of day", "Write 09:00 up to 23:59, or leave it empty for the usual hours.");

        T? Wrong<T>(string field, string problem, string remedy)
        {
            faults.Add(cells.Fault(field, problem, remedy));
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
        _ => CellText.Dates(text) is { } dates ? new CalendarSpan.Dates(dates) : null,
    };
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
