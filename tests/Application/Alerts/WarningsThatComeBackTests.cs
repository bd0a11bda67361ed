using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Alerts;

/// <summary>Orders that open again, cut-offs that move back, mails that were held up: said once, and not forgotten.</summary>
public sealed class WarningsThatComeBackTests
{
    private static readonly Posting Due = Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(20) };

    private readonly World _world = new();

    [Theory]
    [InlineData(PostingStatus.Cancelled, 0)]
    [InlineData(PostingStatus.AwaitingPackaging, 40)]
    public async Task WhatWasSaid_IsNotSaidAgain_WhenTheOrderOrItsCutOffComesBack(PostingStatus between, int hoursLater)
    {
        await PollAsync(Due);
        await PollAsync(Due with { Status = between, ShipBy = Due.ShipBy + Duration.FromHours(hoursLater) });
        await PollAsync(Due);

        Assert.Equal(["24h"], _world.Channel.Pairs.Select(pair => pair.Split('/')[1]));
    }

    [Theory]
    [InlineData(PostingStatus.Cancelled, 0)]
    [InlineData(PostingStatus.AwaitingPackaging, 40)]
    public async Task WhatWasWithdrawn_IsSaid_WhenTheOrderOrItsCutOffComesBack(PostingStatus between, int hoursLater)
    {
        await _world.DecideAWarningAsync();
        await PollAsync(Due with { Status = between, ShipBy = Due.ShipBy + Duration.FromHours(hoursLater) });
        Assert.Empty(_world.Channel.Accepted);

        await PollAsync(Due);

        Assert.Equal(["24h"], _world.Channel.Pairs.Select(pair => pair.Split('/')[1]));
    }

    [Fact]
    public async Task RungsOfTwoDeadlines_StayApart_InOneMail()
    {
        await _world.DecideAWarningAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(3));
        _world.Marketplace.Show(Due with { ShipBy = Sample.Noon + Duration.FromHours(5) });
        await _world.Poll.RunAsync(default);
        await _world.Sweep.RunAsync(default);

        await _world.Send.RunAsync(Sample.Pool, default);

        Assert.Equal(
            [(Sample.Noon + Duration.FromHours(5), "6h", false), (Due.ShipBy!.Value, "24h", true)],
            Assert.Single(_world.Channel.Accepted).Warnings.Select(line => (line.Deadline, Assert.Single(line.Rungs), line.IsOvertaken)));
    }

    [Fact]
    public async Task AnOrderThatOpensAgainWithAFlaw_IsSetAsideAndWatched()
    {
        await PollAsync(Due with { Status = PostingStatus.Cancelled });
        await PollAsync(Due with { Flaw = "the quantity is 0" });

        var order = await _world.OrderAsync(Due.Key.Number);
        Assert.Equal((OrderState.SetAside, "the quantity is 0"), (order.State, order.Flaw));
        Assert.NotNull(order.LookAt);
    }

    [Fact]
    public async Task AProblemMailThatNobodyCanTellOf_IsRepeatedOnce_BecauseNoRungCoversIt()
    {
        _world.Channel.CanTell = false;
        _world.Channel.Script.Enqueue(new FakeChannel.Answer(new Delivery.Undecided("time-out"), TakesEffect: true));
        await PollAsync(Sample.Posting with { Flaw = "the quantity is 0" });

        await _world.PassAsync(Duration.FromMinutes(2));
        await _world.PassAsync(Duration.FromMinutes(2));

        Assert.Equal([false, true], _world.Channel.Accepted.Select(mail => mail.MaybeRepeated));
    }

    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 0)]         // half of the patience: somebody else may take the mail over soon
    public async Task ASenderThatWasHeldUp_LetsTheMailGo(int seconds, int mails)
    {
        await _world.DecideAWarningAsync();
        _world.Channel.BeforeWriting = () => _world.Clock.Advance(TimeSpan.FromSeconds(seconds));

        await _world.Send.RunAsync(Sample.Pool, default);

        Assert.Equal(mails, _world.Channel.Accepted.Count);
        Assert.Equal(1 - mails, (await _world.OpenNoticesAsync()).Count(open => open.Notice.State == NoticeState.Ready));
    }

    [Fact]
    public async Task ASlowStorage_DelaysAMail_AndNeverStopsIt()
    {
        await _world.DecideAWarningAsync();
        var slow = new SlowOrders(_world.Ledger, () => _world.Clock.Advance(TimeSpan.FromSeconds(40)));

        await _world.InstanceOn(slow).GetRequiredService<SendNotices>().RunAsync(Sample.Pool, default);

        Assert.Single(_world.Channel.Accepted);
    }

    [Fact]
    public async Task AWarningThatWaitedUntilItsOrderLeftForTheHistory_IsSaidAsOvertaken()
    {
        await _world.DecideAWarningAsync();
        var row = (await _world.Ledger.FindAsync(Sample.Pool, RowKey.Order(Due.Key), default))!;
        await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Delete(row.Row.Key, row.Version)), default);

        await _world.Send.RunAsync(Sample.Pool, default);

        Assert.True(Assert.Single(Assert.Single(_world.Channel.Accepted).Warnings).IsOvertaken);
    }

    private async Task PollAsync(Posting posting)
    {
        _world.Marketplace.Show(posting);
        await _world.RoundAsync();
    }

    /// <summary>Each order that is read takes its time.</summary>
    private sealed class SlowOrders(ILedger inner, Action pass) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public async Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
        {
            var found = await inner.FindAsync(pool, key, cancel);
            if (found?.Row is LedgerRow.OrderRow)
            {
                pass();
            }

            return found;
        }

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => inner.TryCommitAsync(pool, commit, cancel);
    }
}
