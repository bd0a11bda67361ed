using System.CommandLine;
using ShipBy.Application.Marketplaces;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Shops;

namespace ShipBy.Cli.Commands;

/// <summary><c>reasons</c>: why an order may be cancelled.</summary>
internal static class ReasonsCommand
{
    public static Command Create()
    {
        var shop = new Argument<string>("shop") { Description = "The shop, as the settings name it; in a local run: sandbox." };
        var number = new Argument<string>("number") { Description = "The order's number." };
        var command = new Command("reasons", "List the reasons for which the marketplace lets an order be cancelled as it stands now.") { shop, number };
        command.SetAction((parsed, cancel) => ShopAccess.UseAsync<ICancelReasons, int>(
            ShopPlace.SettingsOf(RealSettings.Find(), ShipByHome.Find()),
            parsed.GetValue(shop)!,
            "wants a reason",
            source => ReasonsRun.RunAsync(source, parsed.GetValue(number)!, Console.Out, cancel)));

        return command;
    }
}
