using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Alerts;

/// <summary>A mail between the ledger and its receiver: lost answers, crashes, a channel that is busy or refuses.</summary>
public sealed class NoticesOnTheirWayTests
{
    private static readonly FakeChannel.Answer LostAfterTheEffect = new(new Delivery.Undecided("time-out"), TakesEffect: true);

    private static readonly FakeChannel.Answer LostBeforeTheEffect = new(new Delivery.Undecided("time-out"));

    private readonly World _world = new();

    [Fact]
    public async Task AMailThatGotThroughUnseen_IsNotSentAgain()
    {
        await _world.DecideAWarningAsync();
        _world.Channel.Script.Enqueue(LostAfterTheEffect);
        await _world.Send.RunAsync(Sample.Pool, default);

        await _world.PassAsync(Duration.FromMinutes(2));

        Assert.Equal((1, 1), (_world.Channel.Accepted.Count, _world.Channel.Sends));
        Assert.Equal([NoticeState.Sent], await _world.SaidAsync());
    }

    [Fact]
    public async Task AMailThatGotLost_IsSentAgainUnderItsId()
    {
        await _world.DecideAWarningAsync();
        _world.Channel.Script.Enqueue(LostBeforeTheEffect);
        await _world.Send.RunAsync(Sample.Pool, default);

        await _world.PassAsync(Duration.FromMinutes(2));

        Assert.Equal((1, 2), (_world.Channel.Accepted.Count, _world.Channel.Sends));
    }

    [Fact]
    public async Task ACrashBetweenTheLedgerAndTheMail_IsResolvedByTheNextLook()
    {
        await _world.DecideAWarningAsync();
        var ready = Assert.Single(await _world.OpenNoticesAsync());
        var sending = ready.Notice with { State = NoticeState.Sending, AttemptedAt = _world.Now };
        await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Replace(new NoticeRow(sending), ready.Version)), default);   // and here the instance dies

        await _world.Send.RunAsync(Sample.Pool, default);
        Assert.Empty(_world.Channel.Accepted);                                              // it might still be at it
        await _world.PassAsync(Duration.FromMinutes(2));

        Assert.Single(_world.Channel.Accepted);
    }

    [Theory]
    [InlineData(20, 0, NoticeState.Undecided)]        // an ordinary rung: the next one covers it
    [InlineData(1, 1, NoticeState.Sent)]              // the last rung before the deadline is repeated once, marked
    [InlineData(-1, 1, NoticeState.Sent)]             // and so is overdue
    public async Task WhereTheChannelCannotTell_OnlyTheLastRungsAreRepeated(int hoursLeft, int repeats, NoticeState end)
    {
        _world.Channel.CanTell = false;
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(hoursLeft) });
        _world.Channel.Script.Enqueue(LostAfterTheEffect);
        await _world.RoundAsync();

        await _world.PassAsync(Duration.FromMinutes(2));
        await _world.PassAsync(Duration.FromMinutes(2));

        Assert.Equal(1 + repeats, _world.Channel.Accepted.Count);
        Assert.Equal(repeats, _world.Channel.Accepted.Count(mail => mail.MaybeRepeated));
        Assert.Equal([end], await _world.SaidAsync());
    }

    [Fact]
    public async Task ABusyChannel_IsLeftAlone_AndNothingIsLost()
    {
        await _world.DecideAWarningAsync();
        _world.Channel.Script.Enqueue(new FakeChannel.Answer(new Delivery.Busy(TimeSpan.FromMinutes(10))));
        await _world.Send.RunAsync(Sample.Pool, default);

        _world.Marketplace.Show(Numbered(7) with { ShipBy = Sample.Noon + Duration.FromHours(20) });
        await _world.PassAsync(Duration.FromMinutes(9));
        Assert.Equal(1, _world.Channel.Sends);

        await _world.PassAsync(Duration.FromMinutes(2));
        Assert.Equal(["0100200300-0007-1/24h", "P-7/24h"], _world.Channel.Pairs.Order());
    }

    [Fact]
    public async Task ARefusedMail_StaysAndIsTriedAgain()
    {
        await _world.DecideAWarningAsync();
        _world.Channel.Script.Enqueue(new FakeChannel.Answer(new Delivery.Refused("The sender is not verified.")));
        await _world.Send.RunAsync(Sample.Pool, default);

        await _world.PassAsync(Duration.FromMinutes(2));

        Assert.Single(_world.Channel.Accepted);
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}") };
}
