using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program with its real parts: it starts them, plays a run, and leaves nothing behind.</summary>
public sealed partial class RunTests : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    private string Folder => Directory.GetDirectories(_shipby.Runs).Single();

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task AShortRun_BringsEveryOrderIn_AndItsExitCodeIsItsVerdict()
    {
        var report = Path.Combine(_shipby.Home, "report.json");

        var outcome = await _shipby.RunAsync(["run", "--for", "8s", "--seed", "3", "--report", report]);

        Assert.Contains("page (this link works once): http://127.0.0.1:", outcome.Output, StringComparison.Ordinal);
        AssertNothingWentWrong(outcome, report);
        Assert.All(Parts(), part => Assert.False(IsRunning(part)));
    }

    [Fact]
    public async Task AKilledApp_IsNamed_AndTheSameCommandGoesOnToTheEnd()
    {
        string[] command = ["run", "--for", "10s", "--report", "report.json"];
        using var broken = _shipby.Start(command);
        await OrdersAreTakenAsync(broken);
        var log = Part("functions");

        Process.GetProcessById(log).Kill();
        var error = await broken.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await broken.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, broken.ExitCode);
        Assert.StartsWith("shipby: The functions app ended by itself (killed); everything else was stopped.", error, StringComparison.Ordinal);
        Assert.All(Parts(), part => Assert.False(IsRunning(part)));

        var outcome = await _shipby.RunAsync(command);

        Assert.Contains("Going on with the run generated-seed1-10s", outcome.Output, StringComparison.Ordinal);
        AssertNothingWentWrong(outcome, Path.Combine(_shipby.Home, "report.json"));
    }

    [Fact]
    public async Task CtrlC_StopsEveryPart_AndTheRunCanBeGoneOnWith()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        using var run = _shipby.Start(["--for", "60s"]);
        await OrdersAreTakenAsync(run);

        using (var kill = Process.Start("kill", ["-INT", $"{run.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var said = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("The same command goes on where this one was", said, StringComparison.Ordinal);
        Assert.All(Parts(), part => Assert.False(IsRunning(part)));
        Assert.False(File.Exists(Path.Combine(Folder, "finished")));
    }

    /// <remarks>A machine that is busy with other things may miss a warning of a run this short; then the program has to say so.</remarks>
    private static void AssertNothingWentWrong(ShipByProcess.Outcome outcome, string reportFile)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(reportFile));
        long Figure(string name) => report.RootElement.GetProperty(name).GetInt64();

        Assert.True(Figure("orders_in_source") > 0);
        Assert.Equal(Figure("orders_in_source"), Figure("orders_seen"));
        Assert.Equal((0, 0), (Figure("oversold_units"), Figure("warnings_duplicated")));
        Assert.Equal(Figure("warnings_missing") == 0 ? (0, "") : (1, "shipby: warnings_missing is"), (outcome.ExitCode, Start(outcome.Error)));

        static string Start(string error) => error.Length == 0 ? "" : error[..Math.Min(27, error.Length)];
    }

    private static async Task OrdersAreTakenAsync(Process run)
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

    private IEnumerable<int> Parts() => [Part("functions"), Part("sandbox")];

    private int Part(string name) =>
        int.Parse(ProcessLine().Matches(File.ReadAllText(Path.Combine(Folder, $"{name}.log")))[^1].Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsRunning(int process) => Process.GetProcesses().Any(one => one.Id == process);

    [GeneratedRegex(", [1-9][0-9]* taken,")]
    private static partial Regex SomeTaken();

    [GeneratedRegex("^--- .* is process ([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex ProcessLine();
}
