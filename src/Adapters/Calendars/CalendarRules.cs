using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Calendars;

namespace ShipBy.Adapters.Calendars;

/// <summary>What a calendar file's rows come to: the hours of the week, and those of the dates that differ, with their names.</summary>
internal sealed record CalendarRules(IReadOnlyDictionary<IsoDayOfWeek, WorkHours> Week, IReadOnlyDictionary<LocalDate, WorkHours?> Days, IReadOnlyDictionary<LocalDate, string> Names)
{
    public static CalendarRules Of(IReadOnlyList<CalendarRow> rows, List<FileFault> faults)
    {
        var usual = rows.Where(row => row.Span is CalendarSpan.Usual).Aggregate(WorkHours.Usual, (before, row) => HoursOf(row, WorkHours.Usual, faults) ?? before);
        var week = Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => usual);
        var (days, names) = (new Dictionary<LocalDate, WorkHours?>(), new Dictionary<LocalDate, string>());
        foreach (var row in rows.Where(row => row.Span is not CalendarSpan.Usual).OrderBy(Rank))
        {
            var hours = HoursOf(row, usual, faults);
            switch (row.Span)
            {
                case CalendarSpan.Weekday { Day: var day } when hours is not null:
                    week[day] = hours;
                    break;
                case CalendarSpan.Weekday { Day: var day }:
                    week.Remove(day);
                    break;
                case CalendarSpan.Dates { Interval: var dates }:
                    foreach (var date in dates)
                    {
                        days[date] = hours;
                        names[date] = row.Name;
                    }

                    break;
            }
        }

        return new CalendarRules(week, days, names);
    }

    /// <summary>Whose word comes last: a single date's; the sort keeps rows of one rank in the order of the file.</summary>
    private static int Rank(CalendarRow row) => row.Span is CalendarSpan.Dates { Interval.Length: 1 } ? 1 : 0;

    /// <returns>Null on a day off, and where the hours are at fault.</returns>
    private static WorkHours? HoursOf(CalendarRow row, WorkHours usual, List<FileFault> faults)
    {
        var (opens, closes) = (row.Opens ?? usual.Opens, row.Closes ?? usual.Closes);
        if (row.Works && closes <= opens)
        {
            var (field, problem) = row.Closes is null
                ? ("opens", FormattableString.Invariant($"'{opens:HH:mm}' is not before the closing at {closes:HH:mm}"))
                : ("closes", FormattableString.Invariant($"'{closes:HH:mm}' is not after the opening at {opens:HH:mm}"));
            faults.Add(new FileFault(row.Line, field, problem, "Give both times of the day; a day that is worked through midnight ends at 23:59."));
            return null;
        }

        return row.Works ? new WorkHours(opens, closes) : null;
    }
}
