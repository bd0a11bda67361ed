using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Calendars;

namespace ShipBy.Adapters.Calendars;

/// <summary>A work calendar as a seller keeps it: a small CSV file to be edited in a spreadsheet or by hand.</summary>
/// <remarks>
/// <para>Columns <c>date,kind,opens,closes,name</c>, parted by commas or semicolons; UTF-8. Lines that begin with <c>#</c> are comments.</para>
/// <para><c>date</c>: a date (<c>2026-02-15</c>), a range with both ends in it (<c>2026-02-15..2026-02-23</c>), a weekday (<c>monday</c>), or <c>usual</c> for the hours that
/// count wherever a row has none. Without a row for usual these are 09:00 to 21:00.</para>
/// <para><c>kind</c>: <c>working</c>, <c>off</c>, or <c>make-up</c> for a weekend day that is worked. An hour that a row leaves empty is the usual one.</para>
/// <para>The week is Monday to Friday; a weekday's row changes that day alone. A date's row wins over a range, a range over the week; among equals the later row wins.</para>
/// </remarks>
public static class CalendarFile
{
    private static readonly CsvColumns Columns = new("date,kind,opens,closes,name", Needed: 2);

    /// <param name="nameOrPath">A calendar by its name (<c>china</c>, <c>russia</c>), or the path of a file; see <see cref="CalendarFolder"/>.</param>
    /// <exception cref="InvalidSellerFileException">The file is not there, cannot be read, or says something that is not understood.</exception>
    public static WorkCalendar Read(string nameOrPath, DateTimeZone zone)
    {
        var file = CalendarFolder.Calendars.Find(nameOrPath);

        return Parse(FileText.Of(file, CalendarFolder.Calendars.Purpose), file, zone);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidSellerFileException">The text says something that is not understood.</exception>
    internal static WorkCalendar Parse(string text, string file, DateTimeZone zone)
    {
        var faults = new List<FileFault>();
        var rows = CsvTable.Read(text, Columns, faults).Select(cells => CalendarRow.Read(cells, faults)).OfType<CalendarRow>().ToList();
        var rules = CalendarRules.Of(rows, faults);

        return faults.Count == 0
            ? new WorkCalendar(zone, rules.Week, rules.Days, rules.Names)
            : throw new InvalidSellerFileException(file, CalendarFolder.Calendars.Purpose, [.. faults.OrderBy(fault => fault.Line ?? 0)]);
    }
}
