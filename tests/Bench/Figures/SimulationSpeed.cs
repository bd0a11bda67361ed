using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ShipBy.Bench.Measuring;
using ShipBy.TestKit;

namespace ShipBy.Bench.Figures;

/// <summary>What the simulation says of its own pace, faults on, on one core.</summary>
internal static class SimulationSpeed
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
        var file = Path.GetTempFileName();
        using var simulation = Process.Start(new ProcessStartInfo(
            "dotnet", ["run", "-c", "Release", "--project", project, "--", "--seeds", $"1..{seeds.ToString(CultureInfo.InvariantCulture)}", "--cores", "1", "--json", file])
        { RedirectStandardOutput = true })!;
        await simulation.StandardOutput.ReadToEndAsync();
        await simulation.WaitForExitAsync();
        var text = await File.ReadAllTextAsync(file);
        File.Delete(file);
        if (text.Length == 0)
        {
            throw new InvalidOperationException($"The simulation did not say how fast it was (exit code {simulation.ExitCode}).");
        }

        using var report = JsonDocument.Parse(text);
        return report.RootElement.GetProperty("simulated_hours_per_minute").GetDouble();
    }
}
