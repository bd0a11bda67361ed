using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

public sealed class StalledPollTests
{
    private readonly World _world = Watching.World();

    [Theory]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    [InlineData(60, 1)]     // once an outage
    public async Task AMarketplaceThatIsSilent_IsToldOfAfterAWhile(int minutes, int mails)
    {
        await _world.MinuteAsync();
        _world.Marketplace.Failure = new MarketplaceUnreachableException("connection refused");

        await _world.MinutesAsync(minutes);

        Assert.Equal(mails, _world.Channel.Accepted.Count);
        Assert.All(_world.Lines(), line => Assert.Contains("connection refused", line.Facts.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOutage_IsRepeated_AndItsEndIsToldOnce()
    {
        await _world.MinuteAsync();
        _world.Marketplace.Failure = new MarketplaceUnreachableException("connection refused");
        await _world.MinutesAsync(15 + 240);
        _world.Marketplace.Failure = null;
        await _world.MinutesAsync(30);

        Assert.Equal(["StalledPoll shop", "StalledPoll shop", "-StalledPoll shop"], _world.Told());
        Assert.Equal([Severity.Critical, Severity.Critical, Severity.Info], _world.Lines().Select(line => line.Severity));
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "")]     // over before it was told: nobody hears of it
    [InlineData(3, "KeyRefused shop, -KeyRefused shop")]
    public async Task ARefusedKey_IsToldOf_WhenThreePollsInARowMeetIt(int polls, string expected)
    {
        await _world.MinuteAsync();
        _world.Marketplace.Failure = new MarketplaceUnauthorisedException("the key was deactivated");
        await _world.MinutesAsync(polls);
        _world.Marketplace.Failure = null;
        await _world.MinutesAsync(10);

        Assert.Equal(expected, string.Join(", ", _world.Told()));
    }

    [Fact]
    public async Task WarningsGoOn_AndSayHowOldTheirStatusIs()
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = _world.Now + Duration.FromHours(24) + Duration.FromMinutes(40) });
        await _world.MinuteAsync();
        var readAt = _world.Now;
        _world.Marketplace.Failure = new MarketplaceUnreachableException("connection refused");
        await _world.MinutesAsync(60);

        Assert.Equal(readAt, Assert.Single(_world.Channel.Accepted, mail => mail.Warnings.Count > 0).StatusReadAt);
    }

    [Fact]
    public async Task AFreshStatus_IsNotDated()
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = _world.Now + Duration.FromHours(20) });
        await _world.MinutesAsync(2);

        Assert.Null(Assert.Single(_world.Channel.Accepted).StatusReadAt);
    }
}
