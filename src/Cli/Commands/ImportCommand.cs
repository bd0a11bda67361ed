using System.CommandLine;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Cli.Import;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Commands;

/// <summary><c>import</c>: what a seller keeps in files of other programs.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Bring a CSV file of another program in, row by row. Works beside a running app.") { Stock() };

    private static Command Stock()
    {
        var file = new Argument<string>("file") { Description = "A count of the shelf: the columns sku (offer_id, артикул, 货号) and on_hand (quantity, остаток, 库存); others are passed over." };
        var pool = new Option<PoolName?>("--pool")
        {
            Description = "The stock pool that was counted. Default: the only one of the settings.",
            HelpName = "name",
            CustomParser = result => RunCommandOptions.Parse<PoolName?>(result, PoolName.Parse),
        };
        var encoding = new Option<TextEncoding?>("--encoding")
        {
            Description = $"What the file is in: {TextEncoding.Names}. Default: UTF-8; anything else has to be said.",
            HelpName = "name",
            CustomParser = result => RunCommandOptions.Parse<TextEncoding?>(result, TextEncoding.Parse),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say row by row what would happen, and change nothing." };
        var json = new Option<string?>("--json") { Description = "Write all rows to this file, as JSON.", HelpName = "file" };
        var command = new Command("stock", "Set what is on hand to what was counted; what is held stays held. Rows that are not understood are set aside, the others go in.") { file, pool, encoding, dryRun, json };
        command.SetAction((parsed, cancel) => RunAsync(
            new StockRequest(parsed.GetValue(file)!, parsed.GetValue(pool), parsed.GetValue(encoding), parsed.GetValue(dryRun), parsed.GetValue(json)), cancel));

        return command;
    }

    private static async Task<int> RunAsync(StockRequest request, CancellationToken cancel)
    {
        ReportFile.Require(request.Json, "--json");
        var file = StockImportRun.Read(request);
        await using var place = await LedgerPlace.FindAsync(RealSettings.Find(), ShipByHome.Find(), RunScreen.Create(), cancel);

        return await StockImportRun.RunAsync(place, request, file, Console.Out, cancel);
    }
}
