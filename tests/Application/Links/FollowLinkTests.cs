using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Links;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Links;

public sealed class FollowLinkTests
{
    private readonly World _world = new();

    [Fact]
    public async Task ALink_IsAboutTheLineOfItsMessage_AndSilencesIt()
    {
        var link = await WarnedAsync(LinkAction.Acknowledge);

        Assert.IsType<LinkSight.Open>(await Follow.LookAsync(link, default));
        Assert.IsType<LinkSight.Done>(await Follow.PressAsync(link, null, "by link (mail)", default));
        await _world.PassAsync(Duration.FromHours(10));

        Assert.Equal("by link (mail)", (await OrderAsync()).Acknowledged?.By);
        Assert.Single(_world.Channel.Accepted);                                                 // the rung of 12 h was covered
        await _world.PassAsync(Duration.FromHours(9));
        Assert.Equal(2, _world.Channel.Accepted.Count);                                         // and the last one came
    }

    [Fact]
    public async Task Looking_ChangesNothing()
    {
        var link = await WarnedAsync(LinkAction.Snooze);
        var before = await RowsAsync();

        for (var look = 0; look < 3; look++)
        {
            await Follow.LookAsync(link, default);
        }

        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]            // while it is quiet
    [InlineData(90)]            // after it was reminded of
    public async Task ASnooze_PressedTwice_ProlongsNothing(int minutesLater)
    {
        var link = await WarnedAsync(LinkAction.Snooze);
        await Follow.PressAsync(link, SnoozeTime.OneHour, "Anna", default);
        await _world.PassAsync(Duration.FromMinutes(minutesLater));
        var before = await RowsAsync();

        var again = await Follow.PressAsync(link, SnoozeTime.ThreeHours, "Boris", default);

        Assert.Equal(Sample.Noon + Duration.FromHours(1), OrderOf(Assert.IsType<LinkSight.Used>(again)).Acknowledged!.Until);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task AnAcknowledgement_PressedTwice_IsSaidOnce()
    {
        var link = await WarnedAsync(LinkAction.Acknowledge);
        await Follow.PressAsync(link, null, "Anna", default);
        await _world.PassAsync(Duration.FromHours(1));
        var before = await RowsAsync();

        Assert.IsType<LinkSight.Used>(await Follow.PressAsync(link, null, "Boris", default));
        Assert.IsType<LinkSight.Answered>(await Follow.PressAsync(link with { Notice = Guid.NewGuid() }, null, "Boris", default));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task OfManyWhoPressAtOnce_OneIsHeard()
    {
        var link = await WarnedAsync(LinkAction.Snooze);

        var sights = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Follow.PressAsync(link, n % 2 == 0 ? SnoozeTime.OneHour : SnoozeTime.ThreeHours, "Anna", default))));

        Assert.Single(sights, sight => sight is LinkSight.Done);
        Assert.Equal(7, sights.Count(sight => sight is LinkSight.Used));
        Assert.Single((await OrderAsync()).Journal, entry => entry.What == JournalEvent.Snoozed);
    }

    [Fact]
    public async Task BothLinksOfALine_AreUsedByThemselves()
    {
        var snooze = await WarnedAsync(LinkAction.Snooze);

        Assert.IsType<LinkSight.Done>(await Follow.PressAsync(snooze, SnoozeTime.OneHour, "Anna", default));
        Assert.IsType<LinkSight.Done>(await Follow.PressAsync(snooze with { Action = LinkAction.Acknowledge }, null, "Anna", default));
    }

    [Fact]
    public async Task AnOrderThatMovedOrClosed_IsLeftAlone()
    {
        var link = await WarnedAsync(LinkAction.Acknowledge);
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(44) });
        await _world.RoundAsync();
        var moved = await Follow.PressAsync(link, null, "Anna", default);
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Cancelled });
        await _world.RoundAsync();
        var before = await RowsAsync();

        Assert.Null(OrderOf(Assert.IsType<LinkSight.Moved>(moved)).Acknowledged);
        Assert.IsType<LinkSight.Closed>(await Follow.PressAsync(link, null, "Anna", default));
        Assert.Equal(new LinkSight.Closed(null), await Follow.PressAsync(link with { Order = new OrderKey("shop", "never seen") }, null, "Anna", default));
        Assert.Equal(new LinkSight.Closed(null), await Follow.PressAsync(link with { Order = new OrderKey("nobody", "P") }, null, "Anna", default));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task ALostAnswer_IsNotASecondSnooze_AndALostRequestUsesNothingUp()
    {
        var link = await WarnedAsync(LinkAction.Snooze);
        var ledger = new ForgetfulLedger(_world.Ledger) { Script = new([Loss.Request, Loss.Answer]) };
        var follow = _world.InstanceOn(ledger).GetRequiredService<FollowLink>();

        await Assert.ThrowsAsync<LedgerUnreachableException>(() => follow.PressAsync(link, SnoozeTime.OneHour, "Anna", default));
        Assert.IsType<LinkSight.Open>(await follow.LookAsync(link, default));
        Assert.IsType<LinkSight.Used>(await follow.PressAsync(link, SnoozeTime.OneHour, "Anna", default));
        Assert.Equal(Sample.Noon + Duration.FromHours(1), (await OrderAsync()).Acknowledged?.Until);
    }

    [Fact]
    public async Task UsedLinks_AreForgotten_OnceTheyHaveExpired()
    {
        var link = await WarnedAsync(LinkAction.Snooze);
        var (soon, late) = (link with { Expires = Sample.Noon + Duration.FromHours(1) }, link with { Notice = Guid.NewGuid() });
        await Follow.PressAsync(soon, SnoozeTime.OneHour, "Anna", default);
        await _world.PassAsync(Duration.FromHours(2) - Duration.FromSeconds(1));
        await Follow.PressAsync(late, SnoozeTime.OneHour, "Anna", default);
        Assert.Equal(2, (await TicketsAsync()).Count);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await Follow.PressAsync(late with { Notice = Guid.NewGuid() }, SnoozeTime.OneHour, "Anna", default);

        Assert.Equal(2, (await TicketsAsync()).Count);
        Assert.DoesNotContain(await TicketsAsync(), ticket => ticket.Expires == soon.Expires);
    }

    /// <summary>An instance whose clock is behind, or that stood still since it read the seal, still takes the link for good.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    public async Task AUsedLink_IsKnown_WhereItHasNotExpiredYet(int minutesPast)
    {
        var link = (await WarnedAsync(LinkAction.Snooze)) with { Expires = Sample.Noon + Duration.FromHours(2) };
        await Follow.PressAsync(link, SnoozeTime.OneHour, "Anna", default);
        await _world.PassAsync(Duration.FromHours(2) + Duration.FromMinutes(minutesPast));
        await Follow.PressAsync(link with { Notice = Guid.NewGuid(), Expires = link.Deadline }, SnoozeTime.OneHour, "Boris", default);

        Assert.IsType<LinkSight.Used>(await Follow.PressAsync(link, SnoozeTime.ThreeHours, "Clara", default));
    }

    [Theory]
    [InlineData(LinkAction.Snooze, null)]
    [InlineData(LinkAction.Acknowledge, SnoozeTime.OneHour)]
    public async Task ATime_GoesWithASnoozeAlone(LinkAction action, SnoozeTime? time)
    {
        var link = await WarnedAsync(action);

        await Assert.ThrowsAsync<ArgumentException>(() => Follow.PressAsync(link, time, "Anna", default));
    }

    private static Order OrderOf(LinkSight sight) => Assert.IsType<LinkSubject.AnOrder>(sight.Subject).Order;

    private FollowLink Follow => _world.Of<FollowLink>();

    /// <summary>An order was warned about 20 h before its deadline; the link is one of that message.</summary>
    private async Task<AlertLink> WarnedAsync(LinkAction action)
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(20) });
        await _world.RoundAsync();
        var notice = Assert.Single(_world.Channel.Accepted);
        var line = Assert.Single(notice.Warnings);
        return new AlertLink(action, line.Order, line.Deadline, notice.Id, notice.Route, line.Deadline + Duration.FromDays(1));
    }

    private Task<Order> OrderAsync() => _world.OrderAsync(Sample.Posting.Key.Number);

    private async Task<IReadOnlyList<(string Key, string Version)>> RowsAsync() =>
        [.. (await _world.Ledger.RangeAsync(Sample.Pool, new KeyRange("", "\uffff"), int.MaxValue, default)).Select(stored => (stored.Row.Key.Value, stored.Version))];

    private async Task<IReadOnlyList<LedgerRow.TicketRow>> TicketsAsync() =>
        [.. (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Tickets, 100, default)).Select(stored => (LedgerRow.TicketRow)stored.Row)];

    private enum Loss
    {
        Request,
        Answer,
    }

    /// <summary>A ledger whose next commits get lost on their way there or back.</summary>
    private sealed class ForgetfulLedger(ILedger inner) : ILedger
    {
        public required Queue<Loss> Script { get; init; }

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            var loss = Script.Count > 0 ? Script.Dequeue() : (Loss?)null;
            if (loss == Loss.Request)
            {
                throw new LedgerUnreachableException("cut", new TimeoutException());
            }

            var outcome = await inner.TryCommitAsync(pool, commit, cancel);
            return loss == Loss.Answer ? CommitOutcome.Refused : outcome;
        }
    }
}
