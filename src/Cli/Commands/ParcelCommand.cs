using System.CommandLine;
using ShipBy.Cli.Parcels;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;
using ShipBy.Domain.Orders;

namespace ShipBy.Cli.Commands;

/// <summary><c>parcel done</c> and <c>claim</c>: a parcel on its way is settled, or its carrier is written to.</summary>
internal static class ParcelCommand
{
    public static Command Create() => new("parcel", "Speak of a parcel on its way. Works beside a running app.")
    {
        About("done", "Nobody asks about this parcel any more, however it went.", (place, order, cancel) => ParcelRun.SettleAsync(place, order, Console.Out, cancel)),
    };

    public static Command CreateClaim() => About(
        "claim", "Draft a letter to the carrier about a parcel on its way, in the seller's language.", (place, order, cancel) => ParcelRun.DraftAsync(place, order, TimeProvider.System, Console.Out, cancel));

    private static Command About(string name, string description, Func<LedgerPlace, OrderKey, CancellationToken, Task<int>> run)
    {
        var shop = new Argument<string>("shop") { Description = "The shop's name in the settings, in any case." };
        var number = new Argument<string>("number") { Description = "The order's number." };
        var command = new Command(name, description) { shop, number };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var place = await LedgerPlace.FindAsync(RealSettings.Find(), ShipByHome.Find(), RunScreen.Create(), cancel);

            return await run(place, new OrderKey(parsed.GetValue(shop)!, parsed.GetValue(number)!), cancel);
        });

        return command;
    }
}
