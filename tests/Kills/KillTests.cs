namespace ShipBy.Kills.Tests;

/// <summary>The real process under load, killed without a warning; the command line plays more of it, see <see cref="KillsCommand"/>.</summary>
public sealed class KillTests
{
    private const int Seed = 1;

    [Fact]
    public async Task TenKills_LeaveNothingOversoldForgottenOrSaidTwice()
    {
        var verdict = await KillRound.PlayAsync(new KillPlan(Seed, Kills: 10), TestContext.Current.CancellationToken);

        Assert.Empty(verdict.Complaints);
        Assert.Equal(240, verdict.Orders);
        Assert.NotEqual(0, verdict.Mails);
    }
}
