using ShipBy.Application.Marketplaces;

namespace ShipBy.Cli.Shops;

/// <summary>Says which buyers want an order cancelled, and answers one of them.</summary>
internal static class RequestsRun
{
    public static async Task<int> ListAsync(ICancelRequests shop, TextWriter output, CancellationToken cancel)
    {
        var open = await shop.CancelRequestsAsync(cancel);
        foreach (var request in open)
        {
            await output.WriteLineAsync($"{request.Id}: {request.Order ?? "?"}: {request.Reason ?? "no reason given"}; granted by itself at {request.DecideBy}");
        }

        if (open.Count == 0)
        {
            await output.WriteLineAsync("No buyer waits for a decision.");
        }

        return ExitCode.Fine;
    }

    /// <remarks>The list is read first and again after: what is decided already is not said twice, and what was said is seen to hold.</remarks>
    public static async Task<int> DecideAsync(ICancelRequests shop, long id, bool isGranted, string? comment, TextWriter output, CancellationToken cancel)
    {
        if (!isGranted && string.IsNullOrWhiteSpace(comment))
        {
            await output.WriteLineAsync("Say with --comment why it is rejected: the buyer reads it.");
            return ExitCode.Wrong;
        }

        if ((await shop.CancelRequestsAsync(cancel)).FirstOrDefault(one => one.Id == id) is not { } request)
        {
            await output.WriteLineAsync($"No wish {id} waits for a decision; without --grant and --reject those that do are listed.");
            return ExitCode.Wrong;
        }

        await shop.DecideAsync(request, isGranted, comment, cancel);
        var isSeen = (await shop.CancelRequestsAsync(cancel)).All(one => one.Id != id);
        await output.WriteLineAsync($"{(isGranted ? "granted" : "rejected")}: {id}: {request.Order ?? "?"}{(isSeen ? "" : "; the marketplace does not show it yet: list them again in a minute")}");

        return ExitCode.Fine;
    }
}
