using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Waybills;
using ShipBy.Application.Importing;
using ShipBy.Application.Waybills;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Adds a carrier's numbers to the number stock, all at once.</summary>
internal static class WaybillsImportRun
{
    /// <exception cref="CannotStartException">The storage does not answer, or a number cannot be one.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, ImportRequest request, string carrier, (WaybillsFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        var answer = await LedgerAccess.UseAsync(place, "All numbers are in or none; run the command again.", app => app.GetRequiredService<WaybillStock>() is var stock && request.DryRun
            ? stock.PlanListAsync(given.File.Numbers, cancel)
            : stock.AddListAsync(carrier, given.File.Numbers, "shipby import waybills", cancel));
        if (answer.Flaw is not null)
        {
            throw new CannotStartException("None of the numbers can be taken: the file holds none that is understood, or too many.");
        }

        var report = Report(answer, carrier, given.File.SetAside, request.DryRun, place.Name, given.Read);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(answer.IsDone, given.File.SetAside.Count == 0);
    }

    private static ImportReport Report(WaybillAddition answer, string carrier, IReadOnlyList<FileFault> setAside, bool isDryRun, string place, ImportedText read)
    {
        var end = answer.OthersAtWork ? ImportEnd.OthersAtWork : ImportEnd.Whole;
        return new ImportReport(
            $"The number stock of {carrier} in {place}; the file is read as {read.Encoding}: {read.Because}.",
            ImportReport.Aside(setAside),
            $"{answer.Added} numbers {(isDryRun ? "would go" : "are")} in, {answer.Known} were known before; {setAside.Count} rows set aside.",
            end,
            isDryRun,
            new { DryRun = isDryRun, Encoding = read.Encoding.Name, End = ImportReport.EndOf(end), answer.Added, answer.Known, SetAside = ImportReport.JsonOf(setAside) });
    }
}
