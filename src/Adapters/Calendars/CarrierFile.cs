using NodaTime;

namespace ShipBy.Adapters.Calendars;

/// <summary>The days on which a carrier comes at other times than usual, or not at all: a small CSV file beside the work calendars, in <c>carriers</c>.</summary>
/// <remarks>
/// <para>Columns <c>date,kind,pick-ups,region,name</c>, parted by commas or semicolons; UTF-8. Lines that begin with <c>#</c> are comments.</para>
/// <para><c>date</c>: a date (<c>2026-02-15</c>) or a range with both ends in it (<c>2026-02-13..2026-02-23</c>). <c>kind</c>: <c>off</c>, or <c>pick-up</c> with the day's
/// times in <c>pick-ups</c>, parted by spaces (<c>10:00 14:30</c>). <c>region</c>: whom it concerns; empty: everybody.</para>
/// <para>A date's row wins over a range; among equals the later row wins.</para>
/// </remarks>
internal static class CarrierFile
{
    private static readonly CalendarColumns Columns = new("date,kind,pick-ups,region,name", Needed: 2);

    /// <param name="nameOrPath">A file by its name in <c>calendars/carriers</c>, or a path.</param>
    /// <exception cref="InvalidCalendarFileException">The file is not there, cannot be read, or says something that is not understood.</exception>
    public static CarrierDays Read(string nameOrPath)
    {
        var file = CalendarFolder.Find(nameOrPath, CalendarFolder.Carriers);

        return Parse(CalendarText.Of(file), file);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidCalendarFileException">The text says something that is not understood.</exception>
    internal static CarrierDays Parse(string text, string file)
    {
        var faults = new List<CalendarFault>();
        var rows = CalendarTable.Read(text, Columns, faults).Select(cells => RowOf(cells, faults)).OfType<CarrierRow>().ToList();

        return faults.Count == 0
            ? new CarrierDays(rows)
            : throw new InvalidCalendarFileException(file, [.. faults.OrderBy(fault => fault.Line ?? 0)], purpose: "a carrier's days");
    }

    private static CarrierRow? RowOf(CalendarCells cells, List<CalendarFault> faults)
    {
        var before = faults.Count;
        var dates = CellText.DatesOf(cells, faults);
        var words = cells["pick-ups"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var times = words.Select(CellText.Time).OfType<LocalTime>().ToList();
        switch (cells["kind"].ToLowerInvariant())
        {
            case "off" when words.Length > 0:
                faults.Add(cells.Fault("pick-ups", "stands on a day without pick-ups", "Clear it, or write pick-up as the kind."));
                break;
            case "off":
                break;
            case "pick-up" when times.Count == 0 || times.Count < words.Length:
                faults.Add(cells.Fault("pick-ups", "is not a list of times", "Write the day's times, such as 10:00 14:30."));
                break;
            case "pick-up":
                break;
            default:
                faults.Add(cells.Fault("kind", "is not a kind of day", "Write off or pick-up."));
                break;
        }

        return faults.Count == before ? new CarrierRow(dates!, times, cells["region"]) : null;
    }
}

/// <param name="Times">None where the carrier does not come.</param>
/// <param name="Region">Empty: everybody's.</param>
internal sealed record CarrierRow(DateInterval Dates, IReadOnlyList<LocalTime> Times, string Region);

/// <summary>What a carrier's file says, for all regions.</summary>
internal sealed class CarrierDays(IReadOnlyList<CarrierRow> rows)
{
    /// <value>The regions that have rows of their own.</value>
    public IReadOnlyList<string> Regions { get; } = [.. rows.Select(row => row.Region).Where(region => region.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The dates that differ in a region, with the times of their pick-ups.</summary>
    public IReadOnlyDictionary<LocalDate, IReadOnlyList<LocalTime>> In(string region)
    {
        var days = new Dictionary<LocalDate, IReadOnlyList<LocalTime>>();
        var ours = rows.Where(row => row.Region.Length == 0 || row.Region.Equals(region, StringComparison.OrdinalIgnoreCase));
        foreach (var row in ours.OrderBy(row => row.Dates.Length == 1 ? 1 : 0))
        {
            foreach (var date in row.Dates)
            {
                days[date] = row.Times;
            }
        }

        return days;
    }
}
