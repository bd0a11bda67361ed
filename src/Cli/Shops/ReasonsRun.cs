using ShipBy.Application.Marketplaces;

namespace ShipBy.Cli.Shops;

/// <summary>Says for which reasons an order may be cancelled.</summary>
internal static class ReasonsRun
{
    public static async Task<int> RunAsync(ICancelReasons shop, string number, TextWriter output, CancellationToken cancel)
    {
        var reasons = await shop.CancelReasonsAsync(number, cancel);
        foreach (var reason in reasons)
        {
            await output.WriteLineAsync($"{reason.Id}: {reason.Title}{(reason.IsSellersFault is true ? " (counts against the seller)" : "")}{(reason.NeedsMessage ? "; needs words of your own" : "")}");
        }

        if (reasons.Count == 0)
        {
            await output.WriteLineAsync($"{number} cannot be cancelled as it is now.");
        }

        return reasons.Count > 0 ? ExitCode.Fine : ExitCode.Wrong;
    }
}
