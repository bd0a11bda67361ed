namespace ShipBy.Adapters.SellerFiles;

/// <summary>How columns may be headed, where different programs give one thing different names, or give several columns to it.</summary>
/// <param name="Needed">Columns without which a file is of no use, in the order in which messages name them.</param>
/// <param name="Headings">Of each column, in lower case; of several in one file the first that has something in a row counts.</param>
internal sealed record HeadingTable(IReadOnlyList<string> Needed, IReadOnlyDictionary<string, string[]> Headings)
{
    /// <value>For a file that has not even a heading.</value>
    public CsvColumns Usual => Columns(Needed, []);

    /// <summary>The columns of a file with this heading. What has several headings there has a column for each, by rank.</summary>
    public CsvColumns ColumnsOf(IReadOnlyList<string> heading)
    {
        var names = heading.Select(cell => cell.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var there = Headings.SelectMany(field => field.Value.Where(names.Contains).Select((name, rank) => (Name: name, Field: field.Key, Rank: rank))).ToList();

        return Needed.All(needed => there.Exists(one => one.Field == needed))
            ? Columns(Needed.Union(there.Select(one => Ranked(one.Field, one.Rank))), there.ToDictionary(one => one.Name, one => Ranked(one.Field, one.Rank)))
            : Columns(Needed.Select(First), there.Where(one => one.Rank == 0 && Needed.Contains(one.Field)).ToDictionary(one => one.Name, one => First(one.Field)));
    }

    /// <summary>A row under the columns' own names, each cell by the first of its headings that has something there.</summary>
    public CsvCells Merged(CsvCells row) => row with
    {
        ByColumn = Headings.ToDictionary(
            field => field.Key,
            field => field.Value.Select((_, rank) => SpreadsheetCell.Plain(row[Ranked(field.Key, rank)])).FirstOrDefault(text => text.Length > 0) ?? ""),
    };

    /// <summary>The columns that a row has a cell for, before it is merged: what it has none for, it says nothing of.</summary>
    public IReadOnlySet<string> FieldsOf(CsvCells row) => Headings.Keys.Where(field => Headings[field].Where((_, rank) => row.ByColumn.ContainsKey(Ranked(field, rank))).Any()).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a program calls a column first; for messages about one that is not there.</summary>
    private string First(string field) => Headings[field][0];

    private CsvColumns Columns(IEnumerable<string> names, Dictionary<string, string> aliases) =>
        new(string.Join(',', names), Needed.Count) { Aliases = aliases, PassesOthersOver = true, TakesComments = false };

    private static string Ranked(string column, int rank) => rank == 0 ? column : $"{column} {rank + 1}";
}
