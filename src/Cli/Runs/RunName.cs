using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ShipBy.Cli.Runs;

/// <summary>Names a run after all that decides what it plays, so that the same command finds the same run again.</summary>
internal static partial class RunName
{
    private const int LongestSource = 40;

    /// <param name="content">The bytes of the orders file; empty for generated orders. A changed file is another source.</param>
    public static string Of(RunPlan plan, ReadOnlySpan<byte> content) => string.Join('-', Parts(plan, Source(plan, content)));

    private static IEnumerable<string> Parts(RunPlan plan, string source)
    {
        yield return source;
        yield return $"seed{plan.Seed.ToString(CultureInfo.InvariantCulture)}";
        yield return plan.Length is { } length ? $"{length.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)}s" : "open";
        if (plan.StockFactor is { } factor)
        {
            yield return $"stock{factor.ToString("0.######", CultureInfo.InvariantCulture)}";
        }

        if (plan.Faults is FaultLevel.Low or FaultLevel.High)
        {
            yield return plan.Faults is FaultLevel.Low ? "lowfaults" : "highfaults";
        }

        if (plan.PlaysChannels)
        {
            yield return plan.Channels.Replace(',', '_');
        }
    }

    private static string Source(RunPlan plan, ReadOnlySpan<byte> content) => plan.OrdersFile is { } file
        ? $"{Readable(file)}-{Convert.ToHexStringLower(SHA256.HashData(content))[..8]}"
        : "generated";

    private static string Readable(string file)
    {
        var name = Odd().Replace(Extension().Replace(Path.GetFileName(file), ""), "_");

        return name.Length <= LongestSource ? name : name[..LongestSource];
    }

    [GeneratedRegex(@"(\.csv)?(\.gz)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex("[^A-Za-z0-9_]+")]
    private static partial Regex Odd();
}
