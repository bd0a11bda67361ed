using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.Importing;

namespace ShipBy.Cli.Import;

/// <summary>What became of each row of a list of purchases.</summary>
internal static class PurchasesImportReport
{
    /// <param name="place">Where the ledger lies.</param>
    public static ImportReport Of(PurchaseImport import, IReadOnlyList<FileFault> setAside, bool isDryRun, string place, ImportedText read)
    {
        var done = import.Rows.Select(row => (row.Receipt.Lines[0], $"{Lines(row.Receipt)}: {row.Receipt.Sku}: {PurchaseImportWords.Of(row)}{(row.Contradicts ? ". Set aside." : "")}"));
        var left = import.Left.Select(receipt => (receipt.Lines[0], $"{Lines(receipt)}: {receipt.Sku}: left to the next time"));
        return new ImportReport(
            $"Pool {import.Pool} in {place}; the file is read as {read.Encoding}: {read.Because}.",
            done.Concat(left).Concat(ImportReport.Aside(setAside)),
            Sum(import, setAside.Count, isDryRun),
            import.End,
            isDryRun,
            Json(import, setAside, isDryRun, read));
    }

    private static string Lines(Receipt receipt) => $"line{(receipt.Lines.Count == 1 ? "" : "s")} {string.Join(", ", receipt.Lines)}";

    private static string Sum(PurchaseImport import, int setAside, bool isDryRun)
    {
        var added = import.Rows.Where(row => row.Known is null).ToList();
        return $"{added.Sum(row => (long)row.Receipt.Units)} units of {added.Count} rows {(isDryRun ? "would be" : "are")} added; {import.Rows.Count(row => row.Known is not null && !row.Contradicts)} rows came in before; {setAside + import.Rows.Count(row => row.Contradicts)} set aside{(import.Left.Count == 0 ? "" : $", {import.Left.Count} left")}.";
    }

    private static object Json(PurchaseImport import, IReadOnlyList<FileFault> setAside, bool isDryRun, ImportedText read) => new
    {
        Pool = import.Pool.Value,
        DryRun = isDryRun,
        Encoding = read.Encoding.Name,
        End = ImportReport.EndOf(import.End),
        In = import.Rows.Select(row => new
        {
            row.Receipt.Lines,
            Sku = row.Receipt.Sku.Value,
            row.Receipt.Document,
            Outcome = row.Contradicts ? "refused" : row.Known is null ? "added" : "unchanged",
            row.Receipt.Units,
            Before = row.Before?.OnHand,
            row.After.OnHand,
            Says = PurchaseImportWords.Of(row),
        }),
        Left = import.Left.Select(receipt => new { receipt.Lines, Sku = receipt.Sku.Value, receipt.Document, receipt.Units }),
        SetAside = ImportReport.JsonOf(setAside),
    };
}
