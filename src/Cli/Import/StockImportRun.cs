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
    /// <exception cref="CannotStartException">The file cannot be used at all.</exception>
    public static (StockFile File, ImportedText Read) Read(StockRequest request)
    {
        try
        {
            return StockFile.Read(request.File, request.Encoding);
        }
        catch (InvalidSellerFileException wrong)
        {
            throw new CannotStartException(wrong.Message, wrong);
        }
    }

    /// <returns>Fine when every row is in; cannot start when none is and the ledger is the reason.</returns>
    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, StockRequest request, (StockFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        var pool = PoolChoice.OneOf(RealSettings.ToConfiguration(place.Settings), request.Pool);
        var counts = given.File.Counts;
        var import = await LedgerAccess.UseAsync(place, "What is in is in the journal; run the command again.", app => request.DryRun
            ? app.GetRequiredService<ImportStock>().PlanAsync(pool, counts, cancel)
            : app.GetRequiredService<ImportStock>().RunAsync(pool, counts, "shipby import stock", cancel));
        var report = new StockImportReport(import, given.File.SetAside, request.DryRun, place.Name, given.Read);
        await report.WriteAsync(output);
        if (request.Json is not null)
        {
            await File.WriteAllTextAsync(request.Json, report.ToJson(), CancellationToken.None);
        }

        return (import.End, import.Rows.Count, given.File.SetAside.Count) switch
        {
            (ImportEnd.Stopped, _, _) => ExitCode.Interrupted,
            (ImportEnd.Whole, _, 0) => ExitCode.Fine,
            (not ImportEnd.Whole, 0, _) => ExitCode.CannotStart,
            _ => ExitCode.Wrong,
        };
    }
}
