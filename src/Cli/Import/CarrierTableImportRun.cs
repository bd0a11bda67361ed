using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.CarrierTables;
using ShipBy.Application.Carriers;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Brings a table of carriers in, all of it at once, and says what became of each row.</summary>
internal static class CarrierTableImportRun
{
    /// <exception cref="CannotStartException">The storage does not answer, or the table would be too large.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, ImportRequest request, (CarrierTableFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        var tariffs = given.File.Tariffs;
        var import = await LedgerAccess.UseAsync(place, "All rows are in or none; run the command again.", app => request.DryRun
            ? app.GetRequiredService<ImportCarrierTable>().PlanAsync(tariffs, cancel)
            : app.GetRequiredService<ImportCarrierTable>().RunAsync(tariffs, cancel));
        if (import.IsTooLarge)
        {
            throw new CannotStartException($"The table would have more than {CarrierTable.Most} rows, or longer texts than fit. Nothing was changed; take rows out of the file, or off the desk's page.");
        }

        var report = Report(import, given.File.SetAside, request.DryRun, place.Name, given.Read);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(import.Rows.Count > 0, given.File.SetAside.Count == 0);
    }

    private static ImportReport Report(TableImport import, IReadOnlyList<FileFault> setAside, bool isDryRun, string place, ImportedText read)
    {
        var counts = import.Rows.CountBy(row => row.Fate).ToDictionary();
        return new ImportReport(
            $"The table of carriers in {place}; the file is read as {read.Encoding}: {read.Because}.",
            import.Rows.Select(row => (row.Given.Line, $"line {row.Given.Line}: {row.Given.Tariff.Name}: {Word(row.Fate)}")).Concat(ImportReport.Aside(setAside)),
            $"{import.Rows.Count} rows {(isDryRun ? "would go" : "are")} in: {Count(TariffFate.New)} new, {Count(TariffFate.Changed)} changed, {Count(TariffFate.Unchanged)} unchanged; {setAside.Count} set aside.",
            import.End,
            isDryRun,
            new
            {
                DryRun = isDryRun,
                Encoding = read.Encoding.Name,
                End = ImportReport.EndOf(import.End),
                In = import.Rows.Select(row => new { row.Given.Line, Carrier = row.Given.Tariff.Name, Outcome = Word(row.Fate) }),
                SetAside = ImportReport.JsonOf(setAside),
            });

        int Count(TariffFate fate) => counts.GetValueOrDefault(fate);
    }

    private static string Word(TariffFate fate) => JsonNamingPolicy.SnakeCaseLower.ConvertName(fate.ToString());
}
