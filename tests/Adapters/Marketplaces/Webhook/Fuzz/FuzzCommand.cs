using System.Globalization;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook.Fuzz;

/// <summary><c>dotnet run --project tests/Adapters -- --fuzz 100000 [--seed 1]</c>: so many spoiled messages a dialect.</summary>
internal static class FuzzCommand
{
    public const string Option = "--fuzz";

    /// <returns>0 when all was right, 1 when something was not, 2 when the command cannot be read.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (Number(args, Option) is not { } messages || (args.Contains("--seed") && Number(args, "--seed") is null))
        {
            await Console.Error.WriteLineAsync("usage: dotnet run --project tests/Adapters -- --fuzz 100000 [--seed 1]");
            return 2;
        }

        foreach (var dialect in Hook.Dialects)
        {
            var round = new FuzzRound(dialect, Number(args, "--seed") ?? 1);
            try
            {
                await round.RunAsync(messages);
            }
            catch (InvalidOperationException wrong)
            {
                Console.WriteLine(wrong.Message);
                return 1;
            }

            Console.WriteLine($"{dialect}: {messages} messages, answers {string.Join(", ", round.Answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key}: {answer.Value}"))}, orders {round.Orders}, harm 0");
        }

        return 0;
    }

    private static int? Number(IReadOnlyList<string> args, string option) => args.Index()
        .Where(word => word.Index > 0 && args[word.Index - 1] == option)
        .Select(word => int.TryParse(word.Item, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null)
        .FirstOrDefault();
}
