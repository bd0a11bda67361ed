using System.CommandLine;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Shops;

namespace ShipBy.Cli.Commands;

/// <summary><c>returns</c>: what comes back.</summary>
internal static class ReturnsCommand
{
    public static Command Create()
    {
        var shop = new Argument<string>("shop") { Description = "The shop, as the settings name it; in a local run: sandbox." };
        var days = new Option<int>("--days") { Description = "Show what moved within so many days.", HelpName = "n", DefaultValueFactory = _ => 30 };
        var command = new Command("returns", "List the goods that are on their way back, or wait to be fetched.") { shop, days };
        command.SetAction((parsed, cancel) => ShopAccess.UseAsync<IReturns, int>(
            ShopPlace.SettingsOf(RealSettings.Find(), ShipByHome.Find()),
            parsed.GetValue(shop)!,
            "shows returns",
            source => ReturnsRun.RunAsync(source, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - Duration.FromDays(Math.Clamp(parsed.GetValue(days), 1, 365)), Console.Out, cancel)));

        return command;
    }
}
