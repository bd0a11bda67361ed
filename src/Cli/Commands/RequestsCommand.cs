using System.CommandLine;
using ShipBy.Application.Marketplaces;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Shops;

namespace ShipBy.Cli.Commands;

/// <summary><c>requests</c>: buyers who want an order cancelled that is on its way already.</summary>
internal static class RequestsCommand
{
    public static Command Create()
    {
        var shop = new Argument<string>("shop") { Description = "The shop, as the settings name it; in a local run: sandbox." };
        var grant = new Option<long?>("--grant") { Description = "Grant this wish: the order is cancelled and the buyer gets the money back.", HelpName = "number" };
        var reject = new Option<long?>("--reject") { Description = "Reject this wish: the order stays as it is and has to be delivered. Needs --comment.", HelpName = "number" };
        var comment = new Option<string?>("--comment") { Description = "Why, in words that the buyer reads.", HelpName = "text" };
        var command = new Command("requests", "List the buyers' wishes to cancel that nobody has decided, or decide one.") { shop, grant, reject, comment };
        command.Validators.Add(result =>
        {
            if (result.GetValue(grant) is not null && result.GetValue(reject) is not null)
            {
                result.AddError("Say either --grant or --reject.");
            }
        });
        command.SetAction((parsed, cancel) => ShopAccess.UseAsync<ICancelRequests, int>(
            ShopPlace.SettingsOf(RealSettings.Find(), ShipByHome.Find()),
            parsed.GetValue(shop)!,
            "lets the seller decide about cancellations",
            source => RunAsync(source, parsed.GetValue(grant), parsed.GetValue(reject), parsed.GetValue(comment), cancel)));

        return command;
    }

    private static Task<int> RunAsync(ICancelRequests shop, long? grant, long? reject, string? comment, CancellationToken cancel) => (grant ?? reject) is { } id
        ? RequestsRun.DecideAsync(shop, id, isGranted: grant is not null, comment, Console.Out, cancel)
        : RequestsRun.ListAsync(shop, Console.Out, cancel);
}
