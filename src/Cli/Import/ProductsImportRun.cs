using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Products;
using ShipBy.Application.Importing;
using ShipBy.Application.Stockroom;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Brings product cards in, and says what became of each row.</summary>
internal static class ProductsImportRun
{
    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, StockRequest request, (ProductsFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        var pool = PoolChoice.OneOf(RealSettings.ToConfiguration(place.Settings), request.Pool);
        var products = given.File.Products;
        var import = await LedgerAccess.UseAsync(place, "What is in is in the journal; run the command again.", app => ImportProgress.ShowAsync(products.Count, progress => request.DryRun
            ? app.GetRequiredService<ImportProducts>().PlanAsync(pool, products, cancel)
            : app.GetRequiredService<ImportProducts>().RunAsync(pool, products, "shipby import products", progress, cancel)));
        var report = Report(import, given.File.SetAside, request.DryRun, place.Name, given.Read);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(import.Rows.Any(row => row.IsIn), given.File.SetAside.Count == 0 && import.Rows.All(row => row.IsIn));
    }

    private static ImportReport Report(ProductImport import, IReadOnlyList<FileFault> setAside, bool isDryRun, string place, ImportedText read)
    {
        var counts = import.Rows.CountBy(row => row.Fate).ToDictionary();
        var inside = import.Rows.Count(row => row.IsIn);
        return new ImportReport(
            $"Pool {import.Pool} in {place}; the file is read as {read.Encoding}: {read.Because}.",
            import.Rows.Select(row => (row.Given.Line, $"line {row.Given.Line}: {row.Given.Sku}: {Words(row)}"))
                .Concat(import.Left.Select(row => (row.Line, $"line {row.Line}: {row.Sku}: left to the next time"))).Concat(ImportReport.Aside(setAside)),
            $"{inside} of {import.Rows.Count + import.Left.Count + setAside.Count} rows {(isDryRun ? "would go" : "are")} in: {Count(CardFate.New)} new, {Count(CardFate.Changed)} changed, {Count(CardFate.Unchanged)} unchanged; {setAside.Count + import.Rows.Count - inside} set aside{(import.Left.Count == 0 ? "" : $", {import.Left.Count} left")}.",
            import.End,
            isDryRun,
            new
            {
                Pool = import.Pool.Value,
                DryRun = isDryRun,
                Encoding = read.Encoding.Name,
                End = ImportReport.EndOf(import.End),
                In = import.Rows.Select(row => new { row.Given.Line, Sku = row.Given.Sku.Value, Outcome = JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Fate.ToString()), Changes = row.Changes.Select(CardText.HeadingOf) }),
                Left = import.Left.Select(row => new { row.Line, Sku = row.Sku.Value }),
                SetAside = ImportReport.JsonOf(setAside),
            });

        int Count(CardFate fate) => counts.GetValueOrDefault(fate);
    }

    private static string Words(ImportedCard row) => row.Fate switch
    {
        CardFate.New => "new card",
        CardFate.Changed => string.Join(", ", row.Changes.Select(field => $"{CardText.HeadingOf(field)} {Shown(CardText.Write(row.Before, field))} -> {Shown(CardText.Write(row.After, field))}")),
        CardFate.Unchanged => "unchanged",
        CardFate.CodeTaken => $"bar_code {row.Given.Texts[CardField.BarCode]} means another product already. Each code means one; take it from the other first. Set aside.",
        CardFate.Contradicts => "its card says that it is packaging, or is packed in something, and the file says the other. A packaging material itself is packed in nothing. Set aside.",
        _ => throw new InvalidOperationException($"No words are written for {row.Fate}."),
    };

    private static string Shown(string text) => text.Length > 0 ? text : "none";
}
