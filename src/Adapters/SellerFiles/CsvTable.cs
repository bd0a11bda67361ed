using CsvHelper;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>The cells of a CSV file's rows, under their headings. What spreadsheets add when they save is passed over: empty rows and columns, quoted comments.</summary>
internal static class CsvTable
{
    /// <param name="faults">What makes the file as a whole unusable.</param>
    /// <param name="brokenRows">Rows that cannot be told apart into cells, where the others are wanted all the same; null: they are faults like all others.</param>
    public static IReadOnlyList<CsvCells> Read(string text, CsvColumns columns, List<FileFault> faults, List<FileFault>? brokenRows = null) =>
        Read(text, columns, _ => columns, faults, brokenRows);

    /// <param name="usual">What an empty file is told to begin with; it also says whether there are comments.</param>
    /// <param name="choose">Which columns a file with this heading has: different programs give one thing different names.</param>
    /// <inheritdoc cref="Read(string, CsvColumns, List{FileFault}, List{FileFault})"/>
    public static IReadOnlyList<CsvCells> Read(string text, CsvColumns usual, Func<IReadOnlyList<string>, CsvColumns> choose, List<FileFault> faults, List<FileFault>? brokenRows)
    {
        var rows = Rows(text, usual.TakesComments, faults: brokenRows ?? faults);
        if (rows is not [var heading, .. var body])
        {
            faults.Add(new FileFault(null, null, "it has no rows", $"Begin with the line {usual.Names}."));
            return [];
        }

        var columns = choose(heading.Cells);
        var names = heading.Cells.Select(columns.NameOf).ToList();
        var wrong = HeadingFaults(columns, heading.Line, [.. names.Where(name => name.Length > 0)]).ToList();
        faults.AddRange(wrong);

        // Without its columns every row would be at fault, and the cause would drown.
        return wrong.Count == 0 ? [.. body.Where(row => brokenRows is null || !IsTooLong(row, names, brokenRows)).Select(row => Under(names, row))] : [];
    }

    /// <summary>A comma within a number, where commas part the cells, would make another number of it without a word.</summary>
    private static bool IsTooLong((int Line, IReadOnlyList<string> Cells) row, List<string> names, List<FileFault> brokenRows)
    {
        var isTooLong = row.Cells.Skip(names.Count).Any(cell => cell.Length > 0);
        if (isTooLong)
        {
            brokenRows.Add(new FileFault(row.Line, null, $"it has {row.Cells.Count} cells, and the heading {names.Count}", "Put a cell that holds the separator itself into quotation marks."));
        }

        return isTooLong;
    }

    private static IEnumerable<FileFault> HeadingFaults(CsvColumns columns, int line, IReadOnlyList<string> names)
    {
        foreach (var missing in columns.Known.Take(columns.Needed).Except(names))
        {
            yield return new FileFault(line, missing, "there is no such column", $"The first line that is no comment names the columns: {columns.Names}.");
        }

        foreach (var stranger in names.Except(columns.Known))
        {
            yield return new FileFault(line, stranger, "this column is not known", $"The columns are {columns.Names}.");
        }

        foreach (var twice in names.CountBy(name => name).Where(name => name.Value > 1))
        {
            yield return new FileFault(line, twice.Key, "this column is there twice", "Take one away.");
        }
    }

    private static CsvCells Under(List<string> names, (int Line, IReadOnlyList<string> Cells) row) =>
        new(row.Line, names.Zip(row.Cells).Where(cell => cell.First.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second));

    private static List<(int Line, IReadOnlyList<string> Cells)> Rows(string text, bool takesComments, List<FileFault> faults)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = SeparatorOf(text, takesComments),
            HasHeader = false,
            CommentPrefix = takesComments ? '#' : null,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false, // a quotation mark that is never closed costs its own line, not all that follow
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = broken => faults.Add(new FileFault((int)broken.LineNumber, null, "its quotation marks do not pair", "Close them in the same line, or leave them out.")),
        });
        var rows = new List<(int, IReadOnlyList<string>)>();
        while (csv.Read())
        {
            string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
            if (!(takesComments && cells[0].StartsWith('#')) && cells.Any(cell => cell.Length > 0))
            {
                rows.Add(((int)csv.LineNumber, cells));
            }
        }

        return rows;
    }

    /// <summary>Spreadsheets with Russian settings write semicolons. The heading tells; comments may hold either.</summary>
    private static char SeparatorOf(string text, bool takesComments) =>
        text.Split('\n').FirstOrDefault(line => IsContent(line.TrimStart('"', ' ', '\t'), takesComments)) is { } heading && heading.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    private static bool IsContent(string line, bool takesComments) => !(takesComments && line.StartsWith('#')) && line.Trim(',', ';', ' ', '\r').Length > 0;
}

/// <summary>What a file's first line names.</summary>
/// <param name="Names">In the order in which a new file has them, parted by commas.</param>
/// <param name="Needed">How many of them, from the first, a file cannot do without.</param>
internal sealed record CsvColumns(string Names, int Needed)
{
    public IReadOnlyList<string> Known { get; } = Names.Split(',');

    /// <value>Other names, in lower case, and which of <see cref="Known"/> each stands for.</value>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <value>Whether the file comes out of another program, which writes columns that are none of ours.</value>
    public bool PassesOthersOver { get; init; }

    /// <value>Whether a line that begins with <c>#</c> is a comment. Where it may be an article number, it must not vanish.</value>
    public bool TakesComments { get; init; } = true;

    /// <returns>Empty for a column that is passed over.</returns>
    public string NameOf(string cell)
    {
        var name = cell.ToLowerInvariant();
        var known = Aliases.GetValueOrDefault(name, name);

        return PassesOthersOver && !Known.Contains(known) ? "" : known;
    }
}

/// <summary>One row's cells, trimmed.</summary>
internal sealed record CsvCells(int Line, IReadOnlyDictionary<string, string> ByColumn)
{
    /// <value>Empty where the row or the file has none.</value>
    public string this[string column] => ByColumn.GetValueOrDefault(column, "");

    /// <summary>The fault of one of its cells.</summary>
    /// <param name="problem">What is wrong with what was found there; not used for an empty cell.</param>
    public FileFault Fault(string column, string problem, string remedy) =>
        new(Line, column, this[column].Length == 0 ? "the cell is empty" : $"'{this[column]}' {problem}", remedy);
}
