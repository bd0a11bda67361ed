namespace ShipBy.Kills.Tests;

/// <summary>A batch against a marketplace full of faults, by the app as it is deployed; the command line plays it with more, see <see cref="KillsCommand"/>.</summary>
public sealed class BatchKillTests
{
    private const int Orders = 50;

    [Fact]
    public async Task EveryOrder_IsShippedOnce_AndWhatIsDoneSurvivesAKill()
    {
        await using var round = new BatchRound(Orders);

        var (progress, asked) = await round.PlayAsync([TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(400)], TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Repeat("done", Orders), progress);
        Assert.Equal(Orders, asked.Count);
        Assert.All(asked, one => Assert.Equal((one.Key, 1), (one.Key, one.Value)));
    }
}
