using System.Diagnostics;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>Runs that do not come to their end: what is said, what is left, and that the same command goes on.</summary>
public sealed class BrokenOffRunTests : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task AKilledApp_IsNamed_AndTheSameCommandGoesOnToTheEnd()
    {
        string[] command = ["run", "--for", "30s", "--report", "report.json"];
        using var run = _shipby.Start(command);
        await run.OrdersAreTakenAsync();

        using (var app = Process.GetProcessById(_shipby.Part("functions")))
        {
            app.Kill();
        }

        var error = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("shipby: The functions app ended by itself (killed); everything else was stopped.", error, StringComparison.Ordinal);
        _shipby.AssertNothingIsLeft();

        var outcome = await _shipby.RunAsync(command);

        Assert.Contains("Going on with the run generated-seed1-30s", outcome.Output, StringComparison.Ordinal);
        RunVerdict.AssertNothingWentWrong(outcome, Path.Combine(_shipby.Home, "report.json"));
    }

    [Fact]
    public async Task CtrlC_StopsEveryPart_AndTheRunCanBeGoneOnWith_AfterAReconcileBesideIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        using var run = _shipby.Start(["--for", "5m"]);         // long enough not to end by itself, however slowly a busy machine reconciles
        await run.OrdersAreTakenAsync();
        var beside = await _shipby.RunAsync(["reconcile"]);
        Assert.Equal((0, ""), (beside.ExitCode, beside.Error));
        Assert.EndsWith("0 drifts, 0 repaired", beside.Output.TrimEnd(), StringComparison.Ordinal);

        using (var kill = Process.Start("kill", ["-INT", $"{run.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var said = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("The same command goes on where this one was", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_shipby.Folder(), "finished")));
        _shipby.AssertNothingIsLeft();
    }
}
