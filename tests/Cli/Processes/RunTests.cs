namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program with its real parts: it starts them, plays a run, and leaves nothing behind.</summary>
public sealed class RunTests : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task AShortRun_BringsEveryOrderIn_AndItsExitCodeIsItsVerdict_AndItsLedgerHasNoDrift()
    {
        var report = Path.Combine(_shipby.Home, "report.json");

        var outcome = await _shipby.RunAsync(["run", "--for", "7s", "--seed", "3", "--report", report]);

        Assert.Contains("page (this link works once): http://127.0.0.1:", outcome.Output, StringComparison.Ordinal);
        RunVerdict.AssertNothingWentWrong(outcome, report);
        _shipby.AssertNothingIsLeft();

        var reconciled = await _shipby.RunAsync(["reconcile"]);

        Assert.Equal((0, ""), (reconciled.ExitCode, reconciled.Error));
        Assert.Matches("^Pool main in the local run generated-seed3-7s: [1-9][0-9]* orders, .*\n0 drifts, 0 repaired\r?\n$", reconciled.Output[reconciled.Output.IndexOf("Pool ", StringComparison.Ordinal)..]);
    }
}
