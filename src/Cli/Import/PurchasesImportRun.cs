using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Purchases;
using ShipBy.Application.Importing;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Adds what came to what is on hand, and says what became of each row.</summary>
internal static class PurchasesImportRun
{
    /// <exception cref="CannotStartException">A setting is wrong, the storage does not answer, or another file came in under the name of this one.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, PurchasesRequest request, (PurchasesFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        var pool = PoolChoice.OneOf(RealSettings.ToConfiguration(place.Settings), request.Pool);
        var receipts = given.File.Receipts;
        var import = await LedgerAccess.UseAsync(place, "What is in is in the journal; run the command again.", app => ImportProgress.ShowAsync(receipts.Count, progress => request.DryRun
            ? app.GetRequiredService<ImportPurchases>().PlanAsync(pool, receipts, cancel)
            : app.GetRequiredService<ImportPurchases>().RunAsync(pool, receipts, "shipby import purchases", progress, cancel)));
        if (import.Other is { } other)
        {
            var name = Path.GetFileName(request.File);
            throw new CannotStartException(
                $"On {other} other rows came in from a file that was called {name}, too. Nothing of this one is in. If it is another delivery, give --document a name of its own; if it is the same one corrected, give --document \"{name}\".");
        }

        var report = PurchasesImportReport.Of(import, given.File.SetAside, request.DryRun, place.Name, given.Read);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(import.Rows.Any(row => !row.Contradicts), given.File.SetAside.Count == 0 && import.Rows.All(row => !row.Contradicts));
    }
}
