using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Stockroom;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Commands;

/// <summary><c>export</c>: tables of the stockroom for spreadsheets.</summary>
internal static class ExportCommand
{
    private static readonly (StockTable Table, string Says)[] Tables =
    [
        (StockTable.Stock, "The shelf: on hand, held, free, incoming. 'import stock' reads it back."),
        (StockTable.Products, "The product cards. 'import products' reads it back."),
        (StockTable.Purchases, "What came from suppliers. 'import purchases' reads it back, and knows all of it."),
        (StockTable.Incoming, "The orders to suppliers, line by line."),
        (StockTable.Counts, "The counts of the shelf with their differences, as long as they are kept."),
    ];

    public static Command Create()
    {
        var command = new Command("export", "Write a table of the stockroom as CSV that Excel opens (UTF-8 with its mark). Changes nothing; works beside a running app.");
        foreach (var (table, says) in Tables)
        {
            command.Add(Of(table, says));
        }

        return command;
    }

    private static Command Of(StockTable table, string says)
    {
        var name = table.ToString().ToLowerInvariant();
        var file = new Option<string>("--out") { Description = "Write it to this file.", HelpName = "file", DefaultValueFactory = _ => $"{name}.csv" };
        var pool = ImportOptions.Pool("The stock pool.");
        var semicolons = new Option<bool>("--semicolons") { Description = "Part the cells by semicolons, as spreadsheets of Russian settings expect." };
        var command = new Command(name, says) { file, pool, semicolons };
        command.SetAction(async (parsed, cancel) =>
        {
            var target = parsed.GetValue(file)!;
            ReportFile.Require(target, "--out");
            await using var place = await LedgerPlace.FindAsync(RealSettings.Find(), ShipByHome.Find(), RunScreen.Create(), cancel);
            var chosen = PoolChoice.OneOf(RealSettings.ToConfiguration(place.Settings), parsed.GetValue(pool));
            var bytes = await LedgerAccess.UseAsync(place, "Nothing was written; run the command again.", app => app.GetRequiredService<ExportStockroom>().RunAsync(chosen, table, parsed.GetValue(semicolons) ? ';' : ',', cancel));
            await File.WriteAllBytesAsync(target, bytes, cancel);
            await Console.Out.WriteLineAsync($"written: {target}");

            return ExitCode.Fine;
        });

        return command;
    }
}
