using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Carriers;
using ShipBy.Application.Importing;
using ShipBy.Application.Marketplaces;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Brings a carrier's words in, and says what became of each.</summary>
internal static class CarriersImportRun
{
    private const string Assurance = "What is in is in; run the command again.";

    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, CarriersRequest request, ShopChoice choice, (CarriersFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        // A shop that is asked is only noted with, so that its key and its rules need not be here.
        var import = choice.TellsOfItself
            ? await ShopServices.UseAsync(place, choice, Assurance, (app, shop) => ImportAsync(app, shop, request.DryRun, choice, given.File, cancel))
            : await ShopServices.UseBareAsync(place, choice, Assurance, (app, shop) => ImportAsync(app, shop, request.DryRun, choice, given.File, cancel));
        var report = Report(import, given.File, request.DryRun, place.Name, given.Read);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(import.Rows.Count > 0, given.File.SetAside.Count == 0);
    }

    private static Task<CarrierImport> ImportAsync(IServiceProvider app, Shop shop, bool isDryRun, ShopChoice choice, CarriersFile file, CancellationToken cancel) =>
        ImportProgress.ShowAsync(file.Events.Count, progress => isDryRun
            ? app.GetRequiredService<ImportCarrierEvents>().PlanAsync(shop, choice.TellsOfItself, file.Events, cancel)
            : app.GetRequiredService<ImportCarrierEvents>().RunAsync(shop, choice.TellsOfItself, file.Events, progress, cancel));

    private static ImportReport Report(CarrierImport import, CarriersFile file, bool isDryRun, string place, ImportedText read)
    {
        var done = import.Rows.Select(row => (row.Told.Line, $"line {row.Told.Line}: {row.Told.Number ?? row.Told.TrackingNumber}: {CarrierImportWords.Of(row)}"));
        var left = import.Left.Select(told => (told.Line, $"line {told.Line}: {told.Number ?? told.TrackingNumber}: left to the next time"));
        return new ImportReport(
            $"Shop {import.Shop.Name}, pool {import.Shop.Pool}, in {place}; the file is read as {read.Encoding}: {read.Because}.",
            done.Concat(left).Concat(file.Remarks.Select(remark => (remark.Line ?? 0, remark.ToString()))).Concat(ImportReport.Aside(file.SetAside)),
            $"{Count(import, CarrierFate.HandedOver)} {(isDryRun ? "would be" : "are")} handed over, {Count(import, CarrierFate.Noted)} noted, {Count(import, CarrierFate.Known)} known before, {Count(import, CarrierFate.Unknown) + Count(import, CarrierFate.Earlier)} passed over; {file.SetAside.Count} set aside{(import.Left.Count == 0 ? "" : $", {import.Left.Count} left")}.",
            import.End,
            isDryRun,
            new
            {
                Shop = import.Shop.Name,
                DryRun = isDryRun,
                Encoding = read.Encoding.Name,
                End = ImportReport.EndOf(import.End),
                In = import.Rows.Select(row => new { row.Told.Line, row.Told.TrackingNumber, Orders = row.Orders.Select(order => order.Number), Outcome = JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Fate.ToString()), Event = row.Told.Kind.ToString(), At = row.Told.At.ToString() }),
                Left = import.Left.Select(told => new { told.Line, Order = told.Number, told.TrackingNumber }),
                Remarks = ImportReport.JsonOf(file.Remarks),
                SetAside = ImportReport.JsonOf(file.SetAside),
            });
    }

    private static int Count(CarrierImport import, CarrierFate fate) => import.Rows.Count(row => row.Fate == fate);
}
