using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.Importing;

namespace ShipBy.Cli.Import;

/// <summary>What became of each row of a count.</summary>
internal static class StockImportReport
{
    /// <param name="place">Where the ledger lies.</param>
    public static ImportReport Of(StockImport import, IReadOnlyList<FileFault> setAside, bool isDryRun, string place, ImportedText read)
    {
        var done = import.Rows.Select(row => (row.Count.Line, $"line {row.Count.Line}: {row.Count.Sku}: {StockImportWords.Of(row)}"));
        var left = import.Left.Select(count => (count.Line, $"line {count.Line}: {count.Sku}: left to the next time"));
        return new ImportReport(
            $"Pool {import.Pool} in {place}; the file is read as {read.Encoding}: {read.Because}.",
            done.Concat(left).Concat(ImportReport.Aside(setAside)),
            Sum(import, setAside.Count, isDryRun),
            import.End,
            isDryRun,
            Json(import, setAside, isDryRun, read));
    }

    private static string Sum(StockImport import, int setAside, bool isDryRun) => string.Concat(
        $"{import.Rows.Count} of {import.Rows.Count + import.Left.Count + setAside} rows {(isDryRun ? "would go" : "are")} in: ",
        $"{import.Rows.Count(row => row.Before is null)} new, {import.Rows.Count(row => row.Before is not null && row.Changes)} changed, {import.Rows.Count(row => !row.Changes)} unchanged; ",
        $"{setAside} set aside{(import.Left.Count == 0 ? "" : $", {import.Left.Count} left")}.");

    private static object Json(StockImport import, IReadOnlyList<FileFault> setAside, bool isDryRun, ImportedText read) => new
    {
        Pool = import.Pool.Value,
        DryRun = isDryRun,
        Encoding = read.Encoding.Name,
        End = ImportReport.EndOf(import.End),
        In = import.Rows.Select(row => new
        {
            row.Count.Line,
            Sku = row.Count.Sku.Value,
            Outcome = row.Before is null ? "new" : row.Changes ? "changed" : "unchanged",
            Before = row.Before?.OnHand,
            row.After.OnHand,
            row.After.Held,
            row.After.Free,
        }),
        Left = import.Left.Select(count => new { count.Line, Sku = count.Sku.Value, count.OnHand }),
        SetAside = ImportReport.JsonOf(setAside),
    };
}
