using System.CommandLine;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Commands;

/// <summary><c>reconcile</c>: what in the ledger does not follow from its orders, and its repair.</summary>
internal static class ReconcileCommand
{
    public static Command Create()
    {
        var fix = new Option<bool>("--fix") { Description = "Repair what drifted, each repair with an entry in the ledger's journal. Without it nothing is changed." };
        var pool = new Option<PoolName?>("--pool")
        {
            Description = "Look at this stock pool alone. Default: all pools of the settings.",
            HelpName = "name",
            CustomParser = result => RunCommandOptions.Parse<PoolName?>(result, PoolName.Parse),
        };
        var command = new Command("reconcile", "Count again from the orders what is held, free, due and waiting; report every drift. Works beside a running app.") { fix, pool };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var place = await LedgerPlace.FindAsync(RealSettings.Find(), ShipByHome.Find(), RunScreen.Create(), cancel);

            return await ReconcileRun.RunAsync(place, parsed.GetValue(pool), parsed.GetValue(fix), ReconcileScreen.Create(), cancel);
        });

        return command;
    }
}
