using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Stock;
using ShipBy.Application.Importing;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Brings a count of the shelf in, and says what became of each row.</summary>
internal static class StockImportRun
{
    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, StockRequest request, (StockFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        var pool = PoolChoice.OneOf(RealSettings.ToConfiguration(place.Settings), request.Pool);
        var counts = given.File.Counts;
        var import = await LedgerAccess.UseAsync(place, "What is in is in the journal; run the command again.", app => ImportProgress.ShowAsync(counts.Count, progress => request.DryRun
            ? app.GetRequiredService<ImportStock>().PlanAsync(pool, counts, cancel)
            : app.GetRequiredService<ImportStock>().RunAsync(pool, counts, "shipby import stock", cancel, progress)));
        var report = StockImportReport.Of(import, given.File.SetAside, request.DryRun, place.Name, given.Read);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(import.Rows.Count > 0, given.File.SetAside.Count == 0);
    }
}
