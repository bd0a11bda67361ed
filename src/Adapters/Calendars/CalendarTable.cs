using CsvHelper;

namespace ShipBy.Adapters.Calendars;

/// <summary>The cells of a calendar file's rows, under their headings. What spreadsheets add when they save is passed over: empty rows and columns, quoted comments.</summary>
internal static class CalendarTable
{
    public static IReadOnlyList<CalendarCells> Read(string text, CalendarColumns columns, List<CalendarFault> faults)
    {
        var rows = Rows(text, SeparatorOf(text), faults);
        if (rows is not [var heading, .. var body])
        {
            faults.Add(new CalendarFault(null, null, "it has no rows", $"Begin with the line {columns.Names}."));
            return [];
        }

        var names = heading.Cells.Select(cell => cell.ToLowerInvariant()).ToList();
        var wrong = HeadingFaults(columns, heading.Line, [.. names.Where(name => name.Length > 0)]).ToList();
        faults.AddRange(wrong);

        // Without its columns every row would be at fault, and the cause would drown.
        return wrong.Count == 0 ? [.. body.Select(row => Under(names, row))] : [];
    }

    private static IEnumerable<CalendarFault> HeadingFaults(CalendarColumns columns, int line, IReadOnlyList<string> names)
    {
        foreach (var missing in columns.Known.Take(columns.Needed).Except(names))
        {
            yield return new CalendarFault(line, missing, "there is no such column", $"The first line that is no comment names the columns: {columns.Names}.");
        }

        foreach (var stranger in names.Except(columns.Known))
        {
            yield return new CalendarFault(line, stranger, "this column is not known", $"The columns are {columns.Names}.");
        }

        foreach (var twice in names.CountBy(name => name).Where(name => name.Value > 1))
        {
            yield return new CalendarFault(line, twice.Key, "this column is there twice", "Take one away.");
        }
    }

    private static CalendarCells Under(List<string> names, (int Line, IReadOnlyList<string> Cells) row) =>
        new(row.Line, names.Zip(row.Cells).Where(cell => cell.First.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second));

    private static List<(int Line, IReadOnlyList<string> Cells)> Rows(string text, char separator, List<CalendarFault> faults)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            CommentPrefix = '#',
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false, // a quotation mark that is never closed costs its own line, not all that follow
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = broken => faults.Add(new CalendarFault((int)broken.LineNumber, null, "its quotation marks do not pair", "Close them in the same line, or leave them out.")),
        });
        var rows = new List<(int, IReadOnlyList<string>)>();
        while (csv.Read())
        {
            string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
            if (!cells[0].StartsWith('#') && cells.Any(cell => cell.Length > 0))
            {
                rows.Add(((int)csv.LineNumber, cells));
            }
        }

        return rows;
    }

    /// <summary>Spreadsheets with Russian settings write semicolons. The heading tells; comments may hold either.</summary>
    private static char SeparatorOf(string text) => text.Split('\n').FirstOrDefault(line => IsContent(line.TrimStart('"', ' ', '\t'))) is { } heading && heading.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    private static bool IsContent(string line) => !line.StartsWith('#') && line.Trim(',', ';', ' ', '\r').Length > 0;
}

/// <summary>What a file's first line names.</summary>
/// <param name="Names">In the order in which a new file has them, parted by commas.</param>
/// <param name="Needed">How many of them, from the first, a file cannot do without.</param>
internal sealed record CalendarColumns(string Names, int Needed)
{
    public IReadOnlyList<string> Known { get; } = Names.Split(',');
}

/// <summary>One row's cells, trimmed.</summary>
internal sealed record CalendarCells(int Line, IReadOnlyDictionary<string, string> ByColumn)
{
    /// <value>Empty where the row or the file has none.</value>
    public string this[string column] => ByColumn.GetValueOrDefault(column, "");

    /// <summary>The fault of one of its cells.</summary>
    /// <param name="problem">What is wrong with what was found there; not used for an empty cell.</param>
    public CalendarFault Fault(string column, string problem, string remedy) =>
        new(Line, column, this[column].Length == 0 ? "the cell is empty" : $"'{this[column]}' {problem}", remedy);
}
