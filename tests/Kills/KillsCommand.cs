using System.Globalization;
using ShipBy.Cli;

namespace ShipBy.Kills.Tests;

/// <summary>
/// <c>dotnet run --project tests/Kills -- --kills 200 [--seed 1]</c>: rounds of ten kills, each with the next seed, each on a storage of its own.
/// <c>-- --batch 200</c>: so many orders shipped at one go, with kills in between.
/// </summary>
internal static class KillsCommand
{
    public const string Option = "--kills";

    public const string BatchOption = "--batch";

    private const int KillsARound = 10;

    /// <returns>0 when every round was right, 1 when one was not, 2 when the command cannot be read, 130 when it was broken off.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (Number(args, Option) is not { } kills || (args.Contains("--seed") && Number(args, "--seed") is null))
        {
            await Console.Error.WriteLineAsync("usage: dotnet run --project tests/Kills -- --kills 200 [--seed 1]");
            return ExitCode.CannotStart;
        }

        using var stop = new StopSignals();
        var (done, orders, mails, wrong) = (0, 0L, 0L, 0);
        for (var seed = Number(args, "--seed") ?? 1; done < kills; seed++)
        {
            if (await PlayAsync(new KillPlan(seed, Math.Min(KillsARound, kills - done)), stop.Token) is not { } verdict)
            {
                break;
            }

            (done, orders, mails, wrong) = (done + verdict.Kills, orders + verdict.Orders, mails + verdict.Mails, wrong + (verdict.Complaints.Count == 0 ? 0 : 1));
            Console.WriteLine($"{DateTime.UtcNow:HH:mm:ss} seed {seed}: {verdict}");
        }

        Console.WriteLine($"kills: {done}, orders: {orders}, mails: {mails}, rounds gone wrong: {wrong}");
        return wrong > 0 ? ExitCode.Wrong : done < kills ? ExitCode.Interrupted : ExitCode.Fine;
    }

    /// <inheritdoc cref="RunAsync"/>
    public static async Task<int> ShipAsync(IReadOnlyList<string> args)
    {
        if (Number(args, BatchOption) is not { } orders)
        {
            await Console.Error.WriteLineAsync("usage: dotnet run --project tests/Kills -- --batch 200");
            return ExitCode.CannotStart;
        }

        using var stop = new StopSignals();
        await using var round = new BatchRound(orders);
        var (progress, asked) = await round.PlayAsync([TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(900)], stop.Token);
        Console.WriteLine($"orders: {progress.Count}, done: {progress.Count(one => one is "done" or "left")}, told to the marketplace: {asked.Count}, more than once: {asked.Values.Count(times => times > 1)}");
        return progress.All(one => one is "done" or "left") && asked.Count == orders && asked.Values.All(times => times == 1) ? ExitCode.Fine : ExitCode.Wrong;
    }

    /// <returns>Null when it was broken off.</returns>
    private static async Task<KillVerdict?> PlayAsync(KillPlan plan, CancellationToken cancel)
    {
        try
        {
            return await KillRound.PlayAsync(plan, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static int? Number(IReadOnlyList<string> args, string option) => args.Index()
        .Where(word => word.Index > 0 && args[word.Index - 1] == option)
        .Select(word => int.TryParse(word.Item, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null)
        .FirstOrDefault();
}
