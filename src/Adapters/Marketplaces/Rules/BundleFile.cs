using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>Products that are made of others, as a seller writes them down: a CSV file with the columns <c>bundle,part,units</c>, a row for each part.</summary>
/// <remarks>A part lies on the shelf as itself: it is no bundle. A change counts for orders that come after it, and for open ones with their next reading.</remarks>
internal static class BundleFile
{
    private const int MostUnits = 10_000;

    private static readonly CsvColumns Columns = new("bundle,part,units", Needed: 3);

    private static readonly SellerFolder Folder = new("bundles", "a table of bundles");

    /// <exception cref="InvalidSellerFileException">The file is not there, cannot be read, or says something that is not understood.</exception>
    public static Bundles Read(string nameOrPath)
    {
        var file = Folder.Find(nameOrPath);
        var faults = new List<FileFault>();
        var rows = CsvTable.Read(FileText.Of(file, Folder.Purpose), Columns, faults).Select(cells => RowOf(cells, faults)).OfType<BundleRow>().ToList();
        faults.AddRange(FaultsAmong(rows));

        return faults.Count == 0
            ? new Bundles(rows.GroupBy(row => row.Bundle).ToDictionary(bundle => bundle.Key, bundle => new BundleContent([.. bundle.Select(row => new BundlePart(row.Part, row.Units))])))
            : throw new InvalidSellerFileException(file, Folder.Purpose, [.. faults.OrderBy(fault => fault.Line ?? 0)]);
    }

    private static BundleRow? RowOf(CsvCells cells, List<FileFault> faults)
    {
        var (bundle, part) = (SkuOf(cells, "bundle", faults), SkuOf(cells, "part", faults));
        if (!int.TryParse(cells["units"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var units) || units is < 1 or > MostUnits)
        {
            faults.Add(new FileFault(cells.Line, "units", "it is no whole number of 1 or more", "Write how many units of the part one bundle holds."));
            return null;
        }

        return bundle is null || part is null ? null : new BundleRow(cells.Line, bundle, part, units);
    }

    private static Sku? SkuOf(CsvCells cells, string column, List<FileFault> faults)
    {
        try
        {
            return Sku.Parse(cells[column]);
        }
        catch (FormatException flaw)
        {
            faults.Add(new FileFault(cells.Line, column, flaw.Message, "Write the seller's article number."));
            return null;
        }
    }

    private static IEnumerable<FileFault> FaultsAmong(List<BundleRow> rows)
    {
        foreach (var twice in rows.GroupBy(row => (row.Bundle, row.Part)).Where(same => same.Count() > 1))
        {
            yield return new FileFault(twice.Last().Line, "part", $"{twice.Key.Part} is named twice in {twice.Key.Bundle}", "Write its units in one row.");
        }

        var bundles = rows.Select(row => row.Bundle).ToHashSet();
        foreach (var nested in rows.Where(row => bundles.Contains(row.Part)))
        {
            yield return new FileFault(nested.Line, "part", $"{nested.Part} is a bundle itself", "Name the parts that lie on the shelf.");
        }
    }

    private sealed record BundleRow(int Line, Sku Bundle, Sku Part, int Units);
}
