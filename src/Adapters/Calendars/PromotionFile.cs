using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Adapters.Calendars;

/// <summary>Periods with a handling time of their own, as platforms announce them: a small CSV file beside the work calendars, in <c>promotions</c>.</summary>
/// <remarks>
/// <para>Columns <c>date,handling,name,source,confidence,counts</c>, parted by commas or semicolons; UTF-8. Lines that begin with <c>#</c> are comments.</para>
/// <para><c>date</c>: when the order is paid, a date or a range with both ends in it, by the shop's clock. <c>handling</c>: a length from the payment on (<c>72h</c>).
/// <c>counts</c>: <c>clock</c> (also when empty) or <c>working</c> for the shop's working time. <c>confidence</c>: <c>official</c>, <c>computed</c> or <c>projection</c>.</para>
/// </remarks>
internal static class PromotionFile
{
    private const int LongestName = 60;

    private static readonly CalendarColumns Columns = new("date,handling,name,source,confidence,counts", Needed: 5);

    /// <param name="nameOrPath">A file by its name in <c>calendars/promotions</c>, or a path.</param>
    /// <param name="hours">The shop's working time; null where none is set.</param>
    /// <exception cref="InvalidCalendarFileException">The file is not there, cannot be read, or says something that is not understood.</exception>
    public static IReadOnlyList<PromotionPeriod> Read(string nameOrPath, DateTimeZone zone, WorkCalendar? hours)
    {
        var file = CalendarFolder.Find(nameOrPath, CalendarFolder.Promotions);

        return Parse(CalendarText.Of(file), file, zone, hours);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidCalendarFileException">The text says something that is not understood.</exception>
    internal static IReadOnlyList<PromotionPeriod> Parse(string text, string file, DateTimeZone zone, WorkCalendar? hours)
    {
        var faults = new List<CalendarFault>();
        var periods = CalendarTable.Read(text, Columns, faults).Select(cells => PeriodOf(cells, zone, hours, faults)).OfType<PromotionPeriod>().ToList();

        return faults.Count == 0
            ? periods
            : throw new InvalidCalendarFileException(file, [.. faults.OrderBy(fault => fault.Line ?? 0)], purpose: "promotion periods");
    }

    private static PromotionPeriod? PeriodOf(CalendarCells cells, DateTimeZone zone, WorkCalendar? hours, List<CalendarFault> faults)
    {
        var before = faults.Count;
        var dates = CellText.DatesOf(cells, faults);
        var length = LengthText.Parse(cells["handling"]);
        Need(length is not null, "handling", "is not a length of time", "Write hours or days, such as 72h or 3d.");
        Need(cells["name"].Length is > 0 and <= LongestName, "name", "is too long", $"Write a name of up to {LongestName} characters.");
        Need(cells["source"].Length > 0, "source", "", "Write where the rule was read, such as the notice's address.");
        var isSure = Enum.TryParse<Confidence>(cells["confidence"], ignoreCase: true, out var confidence) && cells["confidence"].All(char.IsAsciiLetter);
        Need(isSure, "confidence", "is not how sure a rule is", "Write official, computed or projection.");
        var counts = cells["counts"].ToLowerInvariant();
        Need(counts is "" or "clock" or "working", "counts", "is not a way to count", "Write clock or working.");
        Need(counts is not "working" || hours is not null, "counts", "needs the shop's working time", "Set the shop's Calendar, or write clock.");

        return faults.Count > before ? null : new PromotionPeriod(
            cells["name"],
            new Interval(zone.AtStartOfDay(dates!.Start).ToInstant(), zone.AtStartOfDay(dates.End.PlusDays(1)).ToInstant()),
            new HandlingTime(length!.Value, counts is "working" ? hours : null),
            cells["source"],
            confidence);

        void Need(bool holds, string column, string problem, string remedy)
        {
            if (!holds)
            {
                faults.Add(cells.Fault(column, problem, remedy));
            }
        }
    }
}
