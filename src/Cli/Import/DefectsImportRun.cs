using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Defects;
using ShipBy.Application.Importing;
using ShipBy.Application.Quality;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Brings defects in, and says what became of each row.</summary>
internal static class DefectsImportRun
{
    private const string Assurance = "What is in is in; run the command again.";

    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, DefectsRequest request, ShopChoice choice, (DefectsFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        var import = await ShopServices.UseBareAsync(place, choice, Assurance, (app, shop) => request.DryRun
            ? Task.FromResult(new DefectImport(shop, [], given.File.Defects, ImportEnd.Whole))
            : ImportProgress.ShowAsync(given.File.Defects.Count, progress => app.GetRequiredService<ImportDefects>().RunAsync(shop, given.File.Defects, request.By, progress, cancel)));
        var report = Report(import, given.File, request.DryRun, place.Name, given.Read);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(import.Rows.Count > 0, given.File.SetAside.Count == 0);
    }

    private static ImportReport Report(DefectImport import, DefectsFile file, bool isDryRun, string place, ImportedText read)
    {
        var done = import.Rows.Select(row => (row.Told.Line, $"line {row.Told.Line}: {row.Told.Number}: {(row.Outcome == ChangeOutcome.Written ? Says(row.Told) : "passed over: no order of the shop has that number")}"));
        var left = import.Left.Select(told => (told.Line, $"line {told.Line}: {told.Number}: {(isDryRun ? $"would be {Says(told)}" : "left to the next time")}"));
        return new ImportReport(
            $"Shop {import.Shop.Name}, pool {import.Shop.Pool}, in {place}; the file is read as {read.Encoding}: {read.Because}.",
            done.Concat(left).Concat(file.Remarks.Select(remark => (remark.Line ?? 0, remark.ToString()))).Concat(ImportReport.Aside(file.SetAside)),
            $"{(isDryRun ? $"{import.Left.Count} would be" : $"{Count(import, ChangeOutcome.Written)} are")} noted, {Count(import, ChangeOutcome.Unknown)} passed over; {file.SetAside.Count} set aside{(isDryRun || import.Left.Count == 0 ? "" : $", {import.Left.Count} left")}.",
            import.End,
            isDryRun,
            new
            {
                Shop = import.Shop.Name,
                DryRun = isDryRun,
                Encoding = read.Encoding.Name,
                End = ImportReport.EndOf(import.End),
                In = import.Rows.Select(row => new { row.Told.Line, Order = row.Told.Number, Kind = NameOf(row.Told), row.Told.Stars, Outcome = JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Outcome.ToString()) }),
                Left = import.Left.Select(told => new { told.Line, Order = told.Number }),
                Remarks = ImportReport.JsonOf(file.Remarks),
                SetAside = ImportReport.JsonOf(file.SetAside),
            });
    }

    private static string Says(FileDefect told) => $"noted: {string.Join(", ", new[] { NameOf(told), told.Stars is { } stars ? $"{stars} of 5 stars" : null }.OfType<string>())}";

    private static string? NameOf(FileDefect told) => told.Kind is { } kind ? JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()) : null;

    private static int Count(DefectImport import, ChangeOutcome outcome) => import.Rows.Count(row => row.Outcome == outcome);
}
