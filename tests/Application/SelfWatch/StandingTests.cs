using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>How the seller stands with the marketplace, and with the buyers.</summary>
public sealed class StandingTests
{
    private readonly World _world = Watching.World(_ => { });

    [Theory]
    [InlineData(RatingGrade.Unknown, "")]
    [InlineData(RatingGrade.Fine, "")]
    [InlineData(RatingGrade.Warning, "RatingWorse shop Warning")]
    [InlineData(RatingGrade.Critical, "RatingWorse shop Critical")]
    public async Task ARating_IsToldOf_OnceItIsNotWell(RatingGrade grade, string expected)
    {
        _world.Marketplace.Health = new AccountHealth(1, [new AccountRating("On time", RatingGrade.Fine, 99), new AccountRating("Replies", grade, 3.5m)], []);
        await _world.MinuteAsync();

        Assert.Equal(expected, Lines());
        if (expected.Length > 0)
        {
            Assert.Equal((1, "Replies 3.5"), (_world.Lines().Single().Facts.Count, _world.Lines().Single().Facts.Detail));
        }
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(4.0, "")]
    [InlineData(4.01, "ErrorIndexHigh shop Warning")]
    [InlineData(20.0, "ErrorIndexHigh shop Warning")]
    [InlineData(20.01, "ErrorIndexHigh shop Critical")]
    public async Task TheErrorIndex_IsToldOf_AboveTheLimit(double? index, string expected)
    {
        OrderDefect charged = new("1", "SELLER_DELAY", null, new Money(60_00, "RUB"), IsForgiven: false);
        _world.Marketplace.Health = new AccountHealth((decimal?)index, [], [charged, charged with { IsForgiven = true }, charged with { Charge = null }]);
        await _world.MinuteAsync();

        Assert.Equal(expected, Lines());
        Assert.All(_world.Lines(), line => Assert.Equal((3, 1), (line.Facts.Count, line.Facts.Other)));
    }

    [Fact]
    public async Task Grades_AreAskedForOnceADay_AndToldAgainWhenWorse()
    {
        _world.Marketplace.Health = new AccountHealth(5, [], []);
        await _world.MinuteAsync();
        _world.Marketplace.Health = new AccountHealth(11, [], []);
        await _world.HoursAsync(12);
        Assert.Equal(["ErrorIndexHigh shop"], _world.Told());

        await _world.HoursAsync(13);
        Assert.Equal(["ErrorIndexHigh shop", "ErrorIndexHigh shop"], _world.Told());

        _world.Marketplace.Health = new AccountHealth(2, [], []);
        await _world.HoursAsync(25);
        Assert.Equal("-ErrorIndexHigh shop", _world.Told().Last());
    }

    [Fact]
    public async Task ABuyerWhoWaits_IsToldOfThreeTimes_AndTheAnswerEndsIt()
    {
        await _world.MinuteAsync();
        _world.Marketplace.WaitingBuyers = [new WaitingBuyer(_world.Now, "0100-1"), new WaitingBuyer(_world.Now, null)];
        await _world.HoursAsync(1);
        var first = _world.Lines().Single();
        Assert.Equal((Severity.Warning, 2, "0100-1"), (first.Severity, first.Facts.Count, first.Facts.Detail));
        Assert.Equal(Duration.FromHours(24), first.Facts.At - (first.At - first.Facts.Length));

        await _world.HoursAsync(12);
        Assert.Equal([Severity.Warning, Severity.Warning], _world.Lines().Select(line => line.Severity));
        await _world.HoursAsync(12);
        Assert.Equal(Severity.Critical, _world.Lines().Last().Severity);

        _world.Marketplace.WaitingBuyers = [];
        await _world.HoursAsync(1);
        Assert.Equal("-BuyersWait shop", _world.Told().Last());
    }

    [Fact]
    public async Task ABuyersRing_BringsTheLookForward_OnceInFiveMinutes()
    {
        await _world.MinuteAsync();
        await _world.MinutesAsync(10);
        _world.Marketplace.WaitingBuyers = [new WaitingBuyer(_world.Now, "0100-1")];
        await _world.MinutesAsync(10);
        Assert.Empty(_world.Told());

        await _world.Of<Application.SelfWatch.HearBuyer>().RunAsync("nobody's", default);
        await _world.Of<Application.SelfWatch.HearBuyer>().RunAsync("shop", default);
        await _world.MinutesAsync(10);
        Assert.Equal(["BuyersWait shop"], _world.Told());
    }

    [Fact]
    public async Task ABadReview_IsToldOf_AndASubscriptionWithoutReviewsSaysNothing()
    {
        await _world.MinuteAsync();
        Assert.Empty(_world.Told());

        _world.Marketplace.BadReviews = [new BadReview(_world.Now, 2, "900000001")];
        await _world.HoursAsync(1);

        Assert.Equal(["BadReviews shop"], _world.Told());
        Assert.Equal("900000001", _world.Lines().Single().Facts.Detail);
    }

    [Fact]
    public async Task AMarketplaceThatDoesNotAnswer_EndsNothing()
    {
        _world.Marketplace.Health = new AccountHealth(5, [], []);
        await _world.MinuteAsync();
        _world.Marketplace.AccountFailure = new MarketplaceUnreachableException("HTTP 503");
        await _world.HoursAsync(26);

        Assert.Equal(["ErrorIndexHigh shop"], _world.Told());
    }

    private string Lines() => string.Join(' ', _world.Lines().Select(line => $"{line.Kind} {line.Subject} {line.Severity}"));
}
