using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>What the marketplace says of the seller's account: the key, the pushes.</summary>
public sealed class AccountTests
{
    private const string Ours = "https://guard.example/api/push/fake/shop/a-long-push-secret";

    private readonly World _world = Watching.World(options => (options.PublicUrl, options.PushSecret) = ("https://guard.example/", "a-long-push-secret"));

    [Theory]
    [InlineData(14.1, "")]
    [InlineData(14, "Warning")]
    [InlineData(3, "Warning")]
    [InlineData(1.1, "Warning")]
    [InlineData(1, "Critical")]
    [InlineData(-1, "Critical")]
    public async Task AKey_IsToldOf_BeforeItDies(double days, string expected)
    {
        await _world.MinuteAsync();
        _world.Marketplace.KeyExpires = _world.Now + Duration.FromHours(6) + Duration.FromDays(days);
        await _world.HoursAsync(6);

        Assert.Equal(expected, string.Join(' ', _world.Lines().Select(line => line.Severity)));
    }

    [Fact]
    public async Task AKeysLastWeeks_AreToldInFourSteps_AndANewKeyEndsThem()
    {
        await _world.MinuteAsync();
        _world.Marketplace.KeyExpires = _world.Now + Duration.FromDays(20);
        await _world.HoursAsync(18.5 * 24);
        Assert.Equal([Severity.Warning, Severity.Warning, Severity.Warning], _world.Lines().Select(line => line.Severity));

        await _world.HoursAsync(0.75 * 24);
        Assert.Equal(Severity.Critical, _world.Lines().Last().Severity);

        _world.Marketplace.KeyExpires = _world.Now + Duration.FromDays(90);
        await _world.HoursAsync(7);
        Assert.Equal("-KeyExpiring shop", _world.Told().Last());
    }

    [Fact]
    public async Task AMarketplaceThatDoesNotAnswer_LeavesTheAlertAsItIs()
    {
        _world.Marketplace.KeyExpires = _world.Now + Duration.FromDays(10);
        await _world.MinuteAsync();
        _world.Marketplace.AccountFailure = new MarketplaceUnreachableException("HTTP 503");
        await _world.HoursAsync(20);

        Assert.Equal(["KeyExpiring shop"], _world.Told());
    }

    [Fact]
    public async Task PushesThatWereSwitchedOff_AreSwitchedOnAgain_AndOthersAreLeftAlone()
    {
        _world.Marketplace.PushAddresses.AddRange([new PushAddress(1, "https://other.example/", IsOn: false), new PushAddress(2, Ours, IsOn: false)]);
        await _world.MinuteAsync();

        Assert.Equal([false, true], _world.Marketplace.PushAddresses.Select(address => address.IsOn));
        await _world.HoursAsync(3);
        Assert.Equal(["PushesOff shop", "-PushesOff shop"], _world.Told());
    }

    [Fact]
    public async Task PushesThatStayOff_AreTold_WithTheReason()
    {
        _world.Marketplace.PushAddresses.Add(new PushAddress(2, Ours, IsOn: false));
        _world.Marketplace.SwitchFailure = new MarketplaceRefusedException("URL_DISABLED_BY_SUPPORT", "no");
        await _world.HoursAsync(9);

        Assert.Equal(["PushesStayOff shop"], _world.Told());
        Assert.Equal("URL_DISABLED_BY_SUPPORT", _world.Lines().First().Facts.Detail);
    }

    [Fact]
    public async Task TheMarketplace_IsAskedHourlyAtMost()
    {
        await _world.MinuteAsync();
        var (asked, polled) = (_world.Marketplace.Calls, 2 * 60);
        await _world.MinutesAsync(60);

        // The addresses, the open list, the chats, the reviews; the key each six hours, the grades once a day.
        Assert.InRange(_world.Marketplace.Calls - asked - polled, 0, 5);
    }
}
