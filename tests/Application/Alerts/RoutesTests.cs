using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Alerts;

/// <summary>Several channels, two contacts, and hours in which one of them sleeps. The sample order's deadline is thirty hours after noon, 18:00 of the next day.</summary>
public sealed class RoutesTests
{
    private readonly FakeChannel _chat = new();
    private readonly FakeChannel _second = new();
    private readonly World _world;

    public RoutesTests() => _world = WorldWith(_ => { });

    [Fact]
    public async Task EveryRung_GoesOnceByEachChannel()
    {
        await ToTheDeadlineAsync(_world);

        Assert.Equal(["24h", "12h", "6h", "2h", "overdue"], Rungs(_world.Channel));
        Assert.Equal(["2h", "overdue"], Rungs(_chat));          // it is for what cannot wait
    }

    [Fact]
    public async Task AChannelThatTakesNothing_KeepsNoOtherWaiting()
    {
        for (var i = 0; i < 200; i++)
        {
            _chat.Script.Enqueue(new FakeChannel.Answer(new Delivery.Busy(TimeSpan.FromMinutes(5))));
        }

        await ToTheDeadlineAsync(_world);

        Assert.Equal(["24h", "12h", "6h", "2h", "overdue"], Rungs(_world.Channel));
        Assert.Empty(Rungs(_chat));
        _chat.Script.Clear();
        await _world.PassAsync(Duration.FromMinutes(6));
        Assert.Equal(["2h", "overdue"], Rungs(_chat));          // late, and not lost
    }

    [Fact]
    public async Task NobodyAcknowledges_TheSecondContactIsTold_Once()
    {
        await ToTheDeadlineAsync(_world);
        await _world.PassAsync(Duration.FromHours(3));

        Assert.Equal(["2h", "overdue"], Rungs(_second));
        Assert.Equal(5, Rungs(_world.Channel).Count());         // the first contact was not told again
    }

    [Fact]
    public async Task SomebodyAcknowledges_TheSecondContactIsLeftAlone()
    {
        _world.Marketplace.Show(Sample.Posting);
        await PassAsync(_world, 28.1);
        await _world.Desk.AcknowledgeAsync(Sample.Posting.Key, "Anna", default);
        await PassAsync(_world, 1.5);

        Assert.Contains("2h", Rungs(_world.Channel));
        Assert.Empty(Rungs(_second));
    }

    [Fact]
    public async Task AWarningThatOneChannelWithdrew_AndAnotherSaid_IsNotSaidAgain()
    {
        _chat.Script.Enqueue(new FakeChannel.Answer(new Delivery.Busy(TimeSpan.FromMinutes(1))));
        _world.Marketplace.Show(Sample.Posting);
        await PassAsync(_world, 28.01);                          // the mail says the last rung, the chat is busy
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Cancelled });
        await PassAsync(_world, 0.02);
        await PassAsync(_world, 0.02);
        _world.Marketplace.Show(Sample.Posting);
        await PassAsync(_world, 0.1);

        Assert.Empty(Rungs(_chat));
        Assert.Single(Rungs(_world.Channel), rung => rung == "2h");
    }

    [Fact]
    public async Task InQuietHours_WhatCanWaitWaits_AndWhatCannotComes()
    {
        var world = WorldWith(options => (options.QuietHours, options.TimeZone) = ("17:30-23:30", "Etc/UTC"));
        world.Marketplace.Show(Sample.Posting);
        world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = "urgent" }, ShipBy = Sample.Noon + Duration.FromHours(8.5) });
        await PassAsync(world, 0.1);
        Assert.Equal(["urgent/12h"], world.Channel.Pairs);

        await PassAsync(world, 6.1);                             // 18:12: its 24 h rung falls into quiet hours and can wait
        Assert.Equal(["urgent/12h", "urgent/6h"], world.Channel.Pairs);
        await PassAsync(world, 0.4);                             // 18:36: the last rung of the urgent one cannot
        Assert.Equal("urgent/2h", world.Channel.Pairs.Last());
        world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = "urgent" }, Status = PostingStatus.HandedOver });
        await PassAsync(world, 5);                               // 23:36

        Assert.Equal(["0100200300-0007-1/24h"], world.Channel.Accepted[^1].Warnings.SelectMany(line => line.Rungs.Select(rung => $"{line.Order.Number}/{rung}")));
    }

    [Fact]
    public async Task WhatWasHeldBack_AndShippedMeanwhile_IsNoNewsInTheMorning()
    {
        var world = WorldWith(options => (options.QuietHours, options.TimeZone) = ("17:30-23:30", "Etc/UTC"));
        world.Marketplace.Show(Sample.Posting);
        await PassAsync(world, 6.1);
        world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver });
        await PassAsync(world, 4);
        await PassAsync(world, 2);

        Assert.Empty(world.Channel.Accepted);
        Assert.Empty(await world.OpenNoticesAsync());
    }

    [Fact]
    public async Task WithAGroupInterval_WhatCanWaitIsCollected()
    {
        var world = WorldWith(options => options.GroupInterval = TimeSpan.FromHours(1));
        foreach (var minutes in new[] { 5, 15, 25 })
        {
            world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = $"{minutes}" }, ShipBy = Sample.Noon + Duration.FromHours(20) });
            await PassAsync(world, 10 / 60.0);
        }

        Assert.Empty(world.Channel.Accepted);
        await PassAsync(world, 0.6);

        Assert.Equal(3, Assert.Single(world.Channel.Accepted).Warnings.Count);
    }

    [Fact]
    public void RoutesThatReachNobody_OrShareAName_AreRefused()
    {
        var mail = Route("mail", Contact.First, Severity.Info, _chat);

        Assert.Throws<ArgumentException>(() => new AlertRoutes([mail with { From = Severity.Warning }]));
        Assert.Throws<ArgumentException>(() => new AlertRoutes([mail with { Contact = Contact.Second }]));
        Assert.Throws<ArgumentException>(() => new AlertRoutes([mail, mail]));
    }

    private World WorldWith(Action<Application.Settings.GuardOptions> set)
    {
        var world = new World(set);
        world.Routes = new AlertRoutes(
        [
            Route("mail", Contact.First, Severity.Info, world.Channel),
            Route("chat", Contact.First, Severity.Critical, _chat),
            Route("mail-2", Contact.Second, Severity.Critical, _second),
        ]);
        _chat.Writes = _second.Writes = world.Channel;
        return world;
    }

    private static AlertRoute Route(string name, Contact contact, Severity from, IAlertChannel channel) => new(name, contact, from, channel, []);

    private static Task ToTheDeadlineAsync(World world)
    {
        world.Marketplace.Show(Sample.Posting);
        return PassAsync(world, 30.1);
    }

    /// <summary>Time passes in steps of six minutes.</summary>
    private static async Task PassAsync(World world, double hours)
    {
        for (var left = Duration.FromHours(hours); left > Duration.Zero; left -= Duration.FromMinutes(6))
        {
            await world.PassAsync(Duration.Min(left, Duration.FromMinutes(6)));
        }
    }

    private static IEnumerable<string> Rungs(FakeChannel channel) => channel.Accepted.SelectMany(notice => notice.Warnings).SelectMany(line => line.Rungs);
}
