using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>What can be seen from outside of a run that the real program plays.</summary>
internal static partial class StartedRun
{
    private static readonly string[] OwnParts = ["functions", "sandbox"];

    public static string Folder(this ShipByProcess shipby) => Directory.GetDirectories(shipby.Runs).Single();

    /// <summary>Process of a part, as its log tells it; the last where the run was gone on with.</summary>
    public static int Part(this ShipByProcess shipby, string name) => int.Parse(
        ProcessLine().Matches(File.ReadAllText(Path.Combine(shipby.Folder(), $"{name}.log")))[^1].Groups[1].Value, CultureInfo.InvariantCulture);

    public static void AssertNothingIsLeft(this ShipByProcess shipby)
    {
        var running = Process.GetProcesses().Select(process => process.Id).ToHashSet();

        Assert.DoesNotContain(OwnParts.Select(shipby.Part), running.Contains);
    }

    /// <summary>Reads what the program prints until the app has taken an order.</summary>
    public static async Task OrdersAreTakenAsync(this Process run)
    {
        while (await run.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (SomeTaken().IsMatch(line))
            {
                return;
            }
        }

        Assert.Fail($"The run ended before it took an order: {await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    [GeneratedRegex(", [1-9][0-9]* taken,")]
    private static partial Regex SomeTaken();

    [GeneratedRegex("^--- .* is process ([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex ProcessLine();
}
