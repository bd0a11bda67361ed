using System.Globalization;

namespace ShipBy.Kills.Tests;

/// <summary><c>dotnet run --project tests/Kills -- --kills 200 [--seed 1]</c>: rounds of ten kills, each with the next seed, each on a storage of its own.</summary>
internal static class KillsCommand
{
    public const string Option = "--kills";

    private const int KillsARound = 10;

    /// <returns>0 when every round was right, 1 when one was not, 2 when the command cannot be read.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (Number(args, Option) is not { } kills || (args.Contains("--seed") && Number(args, "--seed") is null))
        {
            await Console.Error.WriteLineAsync("usage: dotnet run --project tests/Kills -- --kills 200 [--seed 1]");
            return 2;
        }

        var (done, orders, mails, wrong) = (0, 0L, 0L, 0);
        for (var seed = Number(args, "--seed") ?? 1; done < kills; seed++)
        {
            var verdict = await KillRound.PlayAsync(new KillPlan(seed, Math.Min(KillsARound, kills - done)), CancellationToken.None);
            (done, orders, mails, wrong) = (done + verdict.Kills, orders + verdict.Orders, mails + verdict.Mails, wrong + (verdict.Complaints.Count == 0 ? 0 : 1));
            Console.WriteLine($"seed {seed}: {verdict}");
        }

        Console.WriteLine($"kills: {done}, orders: {orders}, mails: {mails}, rounds gone wrong: {wrong}");
        return wrong == 0 ? 0 : 1;
    }

    private static int? Number(IReadOnlyList<string> args, string option) => args.Index()
        .Where(word => word.Index > 0 && args[word.Index - 1] == option)
        .Select(word => int.TryParse(word.Item, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null)
        .FirstOrDefault();
}
