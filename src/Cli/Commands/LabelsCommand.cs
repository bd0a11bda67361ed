using System.CommandLine;
using ShipBy.Application.Marketplaces;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Shops;

namespace ShipBy.Cli.Commands;

/// <summary><c>labels</c>: the labels of packed orders, as a file.</summary>
internal static class LabelsCommand
{
    public static Command Create()
    {
        var shop = new Argument<string>("shop") { Description = "The shop, as the settings name it; in a local run: sandbox." };
        var numbers = new Argument<string[]>("numbers") { Description = "Numbers of orders that are packed.", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string>("--out") { Description = "Write the labels to this file. More than a hundred are written to several.", HelpName = "file", DefaultValueFactory = _ => "labels.pdf" };
        var command = new Command("labels", "Have the marketplace print the labels of packed orders, and save them as PDF.") { shop, numbers, file };
        command.SetAction((parsed, cancel) => ShopAccess.UseAsync<ILabelSource, int>(
            ShopPlace.SettingsOf(RealSettings.Find(), ShipByHome.Find()),
            parsed.GetValue(shop)!,
            "prints labels",
            source => LabelsRun.RunAsync(source, parsed.GetValue(numbers)!, parsed.GetValue(file)!, Console.Out, cancel)));

        return command;
    }
}
