using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Application.Tests.Ledger;
using ShipBy.Application.Transit;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using static ShipBy.Application.Ledger.LedgerRow;
using static ShipBy.Domain.Transit.TransitSign;

namespace ShipBy.Application.Tests.Transit;

/// <summary>What is told of parcels on their way, and when.</summary>
public sealed class WatchConsignmentsTests
{
    private readonly FollowedParcels _parcels = new();

    [Theory]
    [InlineData(12, -1, "")]
    [InlineData(12, 0, "NotScanned near")]
    [InlineData(24, 1, "NotScanned over")]
    public async Task AParcelThatIsNotScanned_IsTold(double hours, int ticks, string expected)
    {
        _parcels.World.Options.KeepClosedFor = TimeSpan.FromHours(6);
        await _parcels.HandOverAsync(1);
        await _parcels.AtAsync(7);
        await _parcels.MoveAsync();

        await _parcels.AtAsync(hours, ticks);
        await _parcels.WatchAsync();

        Assert.Equal(expected, string.Join(", ", (await _parcels.SaidAsync()).Select(line => $"{line.Clock.Trouble} {(line.IsOver ? "over" : "near")}")));
    }

    [Fact]
    public async Task TheWord_HasAllThatTheCarrierIsAskedBy()
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(24, 1);
        await _parcels.WatchAsync();

        var line = Assert.Single(await _parcels.SaidAsync());
        Assert.Equal(("P-1", "Post", "T-1", "+7 000", new Money(306_000, "RUB")), (line.Order.Number, line.Carrier, line.TrackingNumber, line.CarrierContact, line.Value));
        Assert.Equal((_parcels.HandedOverAt, _parcels.HandedOverAt + Duration.FromHours(24)), (line.HandedOverAt, line.Clock.Limit));
    }

    [Fact]
    public async Task ItIsSaidOnce_AndAgainADayLater()
    {
        await _parcels.LetThemLeaveAsync(1);
        foreach (var hours in new[] { 24.1, 30, 48, 48.2, 60 })
        {
            await _parcels.AtAsync(hours);
            await _parcels.WatchAsync();
        }

        Assert.Equal(2, (await _parcels.SaidAsync()).Count);
        Assert.Single(await _parcels.LooksAsync());
    }

    [Fact]
    public async Task OfTwoInstances_OneSaysIt()
    {
        await _parcels.LetThemLeaveAsync(1, 2, 3);
        await _parcels.AtAsync(25);
        var other = _parcels.World.InstanceOn(_parcels.World.Ledger).GetRequiredService<WatchConsignments>();
        var behind = new BehindLedger(_parcels.World.Ledger) { BeforeCommit = () => other.RunAsync(Sample.Pool, default) };

        Assert.Equal(0, await _parcels.World.InstanceOn(behind).GetRequiredService<WatchConsignments>().RunAsync(Sample.Pool, default));
        Assert.Equal(3, (await _parcels.SaidAsync()).Count);
    }

    [Fact]
    public async Task WhenTheAnswerGetsLost_NothingIsSaidTwice()
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(25);
        var lost = new BehindLedger(_parcels.World.Ledger) { LosesTheAnswer = true };

        await Assert.ThrowsAsync<LedgerUnreachableException>(() => _parcels.World.InstanceOn(lost).GetRequiredService<WatchConsignments>().RunAsync(Sample.Pool, default));
        Assert.Equal(0, await _parcels.WatchAsync());
        Assert.Single(await _parcels.SaidAsync());
    }

    [Fact]
    public async Task WhatMovedBeforeTheNoticeLeft_IsNotSaid()
    {
        await _parcels.LetThemLeaveAsync(1, 2);
        await _parcels.AtAsync(25);
        await _parcels.WatchAsync();
        await _parcels.World.Of<MoveConsignments>().TellAsync(Sample.Pool, [new CarrierEvent(FollowedParcels.Numbered(1).Key, CarrierEventKind.Scanned, _parcels.World.Now)], default);

        await _parcels.World.Send.RunAsync(Sample.Pool, default);

        Assert.Equal("P-2", Assert.Single(Assert.Single(_parcels.World.Channel.Accepted).Consignments).Order.Number);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoIsOnIt_OrHasSettledIt_HearsNoMore(bool settles)
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(25);
        await _parcels.WatchAsync();
        var (desk, order) = (_parcels.World.Desk, FollowedParcels.Numbered(1).Key);
        Assert.Equal(order, Assert.Single((await desk.TodayAsync(OrderFilter.None, default)).Consignments).Line.Order);

        Assert.True(settles ? await desk.SettleParcelAsync(order, default) : await desk.AcknowledgeParcelAsync(order, "Anna", default));

        await _parcels.AtAsync(60);
        await _parcels.WatchAsync();
        Assert.Single(await _parcels.SaidAsync());
        Assert.Equal(settles ? [] : ["Anna"], (await desk.TodayAsync(OrderFilter.None, default)).Consignments.Select(told => told.Care!.By));
        Assert.Equal(settles ? 0 : 1, (await _parcels.AllAsync()).Count);
        Assert.Equal(!settles, await desk.SettleParcelAsync(order, default));
        Assert.False(await desk.AcknowledgeParcelAsync(order, "Anna", default));
    }

    [Fact]
    public async Task AShopThatAsksForNothing_CostsNothing()
    {
        var world = new TestKit.Worlds.World();
        var counting = new CountingLedger(world.Ledger);
        var app = world.InstanceOn(counting);

        Assert.Equal((0, 0), await counting.CountAsync(() => app.GetRequiredService<WatchConsignments>().RunAsync(Sample.Pool, default)));
        Assert.Equal((0, 0), await counting.CountAsync(() => app.GetRequiredService<MoveConsignments>().FollowAsync(world.Marketplace.Shop, new Dictionary<OrderKey, Stored>(), [FollowedParcels.Shown(1, "delivering", Scanned)], world.Now, default)));
        Assert.Empty(await app.GetRequiredService<ToldConsignments>().AllAsync(world.Now, default));
    }

    [Fact]
    public async Task AnIdleLook_AsksTwice_AndNotAgainForFiveMinutes()
    {
        await _parcels.LetThemLeaveAsync([.. Enumerable.Range(1, 40)]);
        var counting = new CountingLedger(_parcels.World.Ledger);
        var watch = _parcels.World.InstanceOn(counting).GetRequiredService<WatchConsignments>();
        await _parcels.WatchAsync();                // the rung at twelve hours

        Assert.Equal((2, 0), await counting.CountAsync(() => watch.RunAsync(Sample.Pool, default)));
        _parcels.World.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal((0, 0), await counting.CountAsync(() => watch.RunAsync(Sample.Pool, default)));
        _parcels.World.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((2, 0), await counting.CountAsync(() => watch.RunAsync(Sample.Pool, default)));
    }

    [Fact]
    public async Task ManyAtOnce_GoInFewCommits_EachOnce()
    {
        await _parcels.LetThemLeaveAsync([.. Enumerable.Range(1, 120)]);
        await _parcels.AtAsync(25);

        Assert.Equal(120, await _parcels.WatchAsync());
        Assert.Equal(120, (await _parcels.SaidAsync()).Select(line => line.Order).Distinct().Count());
        Assert.All(await _parcels.LooksAsync(), look => Assert.True(look.IsTold));
    }

    [Fact]
    public async Task WhatDrifted_IsFoundAndRepaired()
    {
        await _parcels.LetThemLeaveAsync(1, 2, 3);
        var looks = await _parcels.LooksAsync();
        var elsewhere = new TransitRow(looks[1].At + Duration.FromHours(1), looks[1].Order, IsTold: true);
        await _parcels.World.Ledger.TryCommitAsync(
            Sample.Pool,
            new CommitSet().With(
                new RowChange.Delete(looks[0].Key),
                new RowChange.Delete(looks[1].Key),
                new RowChange.Insert(elsewhere),
                new RowChange.Insert(new TransitRow(looks[2].At, new OrderKey("shop", "nobody's"), IsTold: false))),
            default);

        var found = await _parcels.World.Of<ReconcilePool>().RunAsync(Sample.Pool, fix: true, "test", default);

        Assert.Equal(["parcel's look left over", "parcel's look misplaced", "parcel's look missing"], found.Repaired.Select(drift => DriftLine.Of(drift).What).Order());
        Assert.Equal((true, 0), (found.IsWhole, found.Remaining.Count));
        Assert.Equal(looks, await _parcels.LooksAsync());
    }

    [Fact]
    public async Task ALookWithoutItsParcel_IsTakenAway()
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.World.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Delete(RowKey.Consignment(FollowedParcels.Numbered(1).Key))), default);
        await _parcels.AtAsync(25);

        Assert.Equal(0, await _parcels.WatchAsync());
        Assert.Empty(await _parcels.LooksAsync());
    }

    /// <summary>A ledger of one instance, in whose way others come at its first commit.</summary>
    private sealed class BehindLedger(ILedger inner) : ILedger
    {
        public Func<Task>? BeforeCommit { get; set; }

        public bool LosesTheAnswer { get; init; }

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            if (BeforeCommit is { } others)
            {
                BeforeCommit = null;
                await others();
            }

            var outcome = await inner.TryCommitAsync(pool, commit, cancel);
            return LosesTheAnswer ? throw new LedgerUnreachableException("the answer got lost", new IOException()) : outcome;
        }
    }
}
