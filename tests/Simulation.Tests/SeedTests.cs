using ShipBy.Simulation.Faults;

namespace ShipBy.Simulation.Tests;

public sealed class SeedTests
{
    /// <summary>A part of what <c>--seeds</c> plays; each seed for itself, so that two cores share them.</summary>
    [Fact]
    public void AllRulesHold_OverManySeeds()
    {
        var violations = Enumerable.Range(1, 150).AsParallel().WithDegreeOfParallelism(2)
            .Select(seed => new Play(SeedPlan.Of(seed)).Run()).Where(outcome => outcome.Violation is not null)
            .Select(outcome => $"seed {outcome.Seed}: {outcome.Violation}");

        Assert.Empty(violations);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(42)]
    public void ASeed_IsPlayedAlikeEachTime(int seed)
    {
        var first = new Play(SeedPlan.Of(seed), trace: true).Run();

        var second = new Play(SeedPlan.Of(seed), trace: true).Run();

        Assert.NotEmpty(first.Trace);
        Assert.Equal(first.Trace, second.Trace);
    }

    [Fact]
    public void ListeningToASeed_DoesNotChangeIt()
    {
        var told = new Play(SeedPlan.Of(8), trace: true).Run();

        var silent = new Play(SeedPlan.Of(8)).Run();

        Assert.Empty(silent.Trace);
        Assert.Equal((told.Orders, told.Coverage.ToString()), (silent.Orders, silent.Coverage.ToString()));
    }

    [Fact]
    public void AFaultThatNeverHappened_IsMissed()
    {
        var coverage = new Coverage();
        coverage.Hit(CallSite.MailSend, FaultKind.CrashAfter);

        Assert.Contains("CrashBefore at MailSend", coverage.Missing);
        Assert.DoesNotContain("CrashAfter at MailSend", coverage.Missing);
        Assert.Contains(Turn.Split, coverage.Missing);
    }
}
