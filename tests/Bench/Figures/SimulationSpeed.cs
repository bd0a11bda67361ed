using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ShipBy.Bench.Measuring;
using ShipBy.TestKit;

namespace ShipBy.Bench.Figures;

/// <summary>What the simulation says of its own pace, faults on, held to one core.</summary>
internal static partial class SimulationSpeed
{
    private const string Name = "simulated_hours_per_minute";

    public static async Task<Outcome> MeasureAsync(Effort effort)
    {
        var project = Path.Combine(RepositoryRoot.Folder, "tests", "Simulation");
        if (!Directory.Exists(project))
        {
            return new Outcome.LeftOut(Name, "There is no simulation in this checkout.");
        }

        var paces = new List<double>();
        for (var run = 0; run < effort.Pairs(3); run++)
        {
            paces.Add(await PaceAsync(project, effort.Size(300, 50)));
        }

        return Outcome.Of(Name, Interval.OfMedian(paces), $"{paces.Count} runs of {effort.Size(300, 50)} seeds");
    }

    private static async Task<double> PaceAsync(string project, int seeds)
    {
        var start = new ProcessStartInfo("dotnet", ["run", "-c", "Release", "--project", project, "--", "--seeds", $"1..{seeds.ToString(CultureInfo.InvariantCulture)}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_PROCESSOR_COUNT"] = "1" },
        };
        using var simulation = Process.Start(start)!;
        var output = await simulation.StandardOutput.ReadToEndAsync();
        await simulation.WaitForExitAsync();
        return Pace().Match(output) is { Success: true } line
            ? double.Parse(line.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The simulation did not say how fast it was (exit code {simulation.ExitCode}).");
    }

    [GeneratedRegex(@"simulated hours per minute:\s*([\d.,]+)")]
    private static partial Regex Pace();
}
