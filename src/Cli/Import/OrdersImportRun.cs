using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Orders;
using ShipBy.Application.Importing;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Brings orders of a file in, and says what became of each.</summary>
internal static class OrdersImportRun
{
    /// <exception cref="CannotStartException">The file cannot be used at all, or is said to be of a time still to come.</exception>
    public static (OrdersFile File, ImportedText Read, Instant AsOf) Read(OrdersRequest request, ShopChoice shop, Instant now)
    {
        var asOf = request.AsOf is { } told ? AsOf(told, shop, now) : Instant.Min(now, Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(request.File)));
        var (file, read) = SellerFile.Read(() => OrdersFile.Read(request.File, request.Encoding, shop.Name, shop.Zone, shop.IsZoneSet, asOf, now));

        return (file, read, asOf);
    }

    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, OrdersRequest request, ShopChoice choice, (OrdersFile File, ImportedText Read, Instant AsOf) given, TextWriter output, CancellationToken cancel)
    {
        var orders = given.File.Orders;
        var import = await ShopServices.UseAsync(place, choice, "What is in is in; run the command again.", (app, shop) => ImportProgress.ShowAsync(orders.Sum(order => order.Lines.Count), progress => request.DryRun
            ? app.GetRequiredService<ImportOrders>().PlanAsync(shop, orders, progress, cancel)
            : app.GetRequiredService<ImportOrders>().RunAsync(shop, orders, progress, cancel)));
        var report = OrdersImportReport.Of(import, given.File, request.DryRun, place.Name, given.Read, given.AsOf);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(import.Orders.Count > 0, given.File.SetAside.Count == 0);
    }

    private static Instant AsOf(string told, ShopChoice shop, Instant now)
    {
        try
        {
            return MomentText.Parse(told, shop.Zone) is var moment && moment <= now
                ? moment
                : throw new CannotStartException($"--as-of {told} is still to come in {shop.Zone.Id}. Give the moment at which the file was made, with an offset if need be.");
        }
        catch (FormatException wrong)
        {
            throw new CannotStartException($"--as-of: {wrong.Message}", wrong);
        }
    }
}
