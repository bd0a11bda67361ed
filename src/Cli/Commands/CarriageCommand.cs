using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using ShipBy.Application.Marketplaces;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Shops;

namespace ShipBy.Cli.Commands;

/// <summary><c>carriage</c>: a day's parcels, handed over on one paper.</summary>
internal static class CarriageCommand
{
    public static Command Create()
    {
        var shop = new Argument<string>("shop") { Description = "The shop, as the settings name it; in a local run: sandbox." };
        var day = new Option<LocalDate?>("--day")
        {
            Description = "The day of the hand-over, such as 2026-11-23. Default: today in UTC.",
            HelpName = "date",
            CustomParser = result => RunCommandOptions.Parse<LocalDate?>(result, text => LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : throw new FormatException($"'{text}' is no date; write it like 2026-11-23.")),
        };
        var make = new Option<long?>("--hand-over") { Description = "Put all that is packed for this way of delivery into a carriage, say that it is complete, and print its paper. Without it the ways are listed.", HelpName = "delivery method" };
        var act = new Option<long?>("--act") { Description = "Print the paper of this carriage.", HelpName = "carriage" };
        var file = new Option<string>("--out") { Description = "Write the paper to this file.", HelpName = "file", DefaultValueFactory = _ => "act.pdf" };
        var command = new Command("carriage", "Show what is to be handed over to the marketplace on a day; make, approve and print a carriage.") { shop, day, make, act, file };
        command.SetAction((parsed, cancel) => ShopAccess.UseAsync<ICarriages, int>(
            ShopPlace.SettingsOf(RealSettings.Find(), ShipByHome.Find()),
            parsed.GetValue(shop)!,
            "takes carriages",
            source => RunAsync(source, parsed.GetValue(make), parsed.GetValue(act), parsed.GetValue(day) ?? LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), parsed.GetValue(file)!, cancel)));

        return command;
    }

    private static Task<int> RunAsync(ICarriages shop, long? make, long? act, LocalDate day, string file, CancellationToken cancel) => (make, act) switch
    {
        ({ } method, _) => CarriageRun.HandOverAsync(shop, method, day, file, TimeProvider.System, Console.Out, cancel),
        (_, { } carriage) => CarriageRun.PrintAsync(shop, carriage, file, TimeProvider.System, Console.Out, cancel),
        _ => CarriageRun.ListAsync(shop, day, Console.Out, cancel),
    };
}
