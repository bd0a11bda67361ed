using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Costs;

namespace ShipBy.Adapters.Costs;

/// <summary>What missing a deadline costs, as a seller may correct it: a small CSV file in the folder <c>costs</c> beside the program.</summary>
/// <remarks>
/// <para>Columns <c>kind,from,name,percent,least,most,currency,source,date,confidence</c>, parted by commas or semicolons; UTF-8. Lines that begin with <c>#</c> are comments.</para>
/// <para><c>late</c>: what a late order is charged; <c>from</c> is how long after the deadline (<c>0</c>, <c>12h</c>), or <c>last</c> for the step that it ends with where nobody says when.
/// <c>band</c>: of the error index; <c>from</c> is the percentage that it begins above. <c>window</c>: over how many days before today the index is counted (<c>14d</c>).</para>
/// <para><c>percent</c> is of the order's value; <c>least</c> and <c>most</c> bound the charge, in whole units of <c>currency</c> or with decimals. Empty: nobody says, or no such bound.</para>
/// <para><c>source</c>, <c>date</c> and <c>confidence</c> (<c>official</c>, <c>public</c>, <c>unsure</c>, <c>outdated</c>) stand in every row.</para>
/// </remarks>
public static class CostFile
{
    /// <value>The setting that asks for no table.</value>
    public const string None = "none";

    private static readonly CsvColumns Columns = new("kind,from,name,percent,least,most,currency,source,date,confidence", Needed: 10);

    private static readonly SellerFolder Folder = new("costs", "a table of costs");

    /// <param name="nameOrPath">A table by its name in <c>costs</c>, or the path of a file; <c>none</c>, or empty, for no table.</param>
    /// <exception cref="InvalidSellerFileException">The file is not there, cannot be read, or says something that is not understood.</exception>
    public static CostTable Read(string nameOrPath)
    {
        if (nameOrPath.Trim() is "" || nameOrPath.Trim().Equals(None, StringComparison.OrdinalIgnoreCase))
        {
            return CostTable.None;
        }

        var file = Folder.Find(nameOrPath);
        return Parse(FileText.Of(file, Folder.Purpose), file);
    }

    /// <param name="file">What a fault's message calls the file, and its table.</param>
    /// <exception cref="InvalidSellerFileException">The text says something that is not understood.</exception>
    internal static CostTable Parse(string text, string file)
    {
        var faults = new List<FileFault>();
        var rows = CsvTable.Read(text, Columns, faults).Select(cells => CostRow.Read(cells, faults)).OfType<CostRow>().ToList();
        faults.AddRange(CostRow.FaultsAmong(rows));

        return faults.Count == 0
            ? new CostTable(
                Path.GetFileNameWithoutExtension(file),
                [.. rows.Select(row => row.Step).OfType<SurchargeStep>().OrderBy(step => step.From is null).ThenBy(step => step.From)],
                [.. rows.Select(row => row.Band).OfType<IndexBand>().OrderBy(band => band.Above)],
                rows.Select(row => row.WindowDays).FirstOrDefault(days => days is not null))
            : throw new InvalidSellerFileException(file, Folder.Purpose, [.. faults.OrderBy(fault => fault.Line ?? 0)]);
    }
}
