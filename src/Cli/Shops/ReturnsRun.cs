using NodaTime;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Cli.Shops;

/// <summary>Says what is on its way back.</summary>
internal static class ReturnsRun
{
    public static async Task<int> RunAsync(IReturns shop, Instant since, TextWriter output, CancellationToken cancel)
    {
        var returns = await shop.ReturnsAsync(since, cancel);
        foreach (var one in returns.OrderBy(one => one.ChangedAt ?? Instant.MinValue))
        {
            string[] parts =
            [
                $"{one.Order ?? "?"}: {one.Units} x {one.Article ?? "?"}",
                .. new[] { one.Kind, one.Status, one.Reason, one.Place }.Where(part => !string.IsNullOrEmpty(part)).Select(part => part!),
                .. one.PaidFrom is { } paid ? (string[])[$"storage is charged from {paid} on"] : [],
            ];
            await output.WriteLineAsync(string.Join("; ", parts));
        }

        if (returns.Count == 0)
        {
            await output.WriteLineAsync("Nothing is on its way back.");
        }

        return ExitCode.Fine;
    }
}
