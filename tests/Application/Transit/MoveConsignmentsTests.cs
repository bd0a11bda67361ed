using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;
using ShipBy.TestKit;
using static ShipBy.Domain.Transit.TransitSign;

namespace ShipBy.Application.Tests.Transit;

/// <summary>How parcels come to be followed, move, and end.</summary>
public sealed class MoveConsignmentsTests
{
    private readonly FollowedParcels _parcels = new();

    [Fact]
    public async Task AnOrderThatLeaves_LeavesItsParcel_WithOneLook()
    {
        await _parcels.LetThemLeaveAsync(1);

        var parcel = Assert.Single(await _parcels.AllAsync());
        Assert.Empty(await _parcels.World.OrdersAsync());
        Assert.Equal((_parcels.HandedOverAt, HandedOver, "accepting"), (parcel.HandedOverAt, parcel.Seen.Sign, parcel.Seen.Word));
        Assert.Equal(parcel.LookAt, Assert.Single(await _parcels.LooksAsync()).At);
    }

    [Theory]
    [InlineData(Scanned, 1)]
    [InlineData(NotAccepted, 1)]
    [InlineData(Arrived, 0)]
    [InlineData(Returned, 0)]
    public async Task WhatHappenedBeforeItLeft_IsKnown(TransitSign sign, int left)
    {
        await _parcels.HandOverAsync(1);
        await _parcels.AtAsync(3);
        await _parcels.SeeAsync(FollowedParcels.Shown(1, "another", sign));
        await _parcels.LeaveAsync();

        Assert.Equal(left, (await _parcels.AllAsync()).Count(parcel => parcel.Seen == new Sighting(sign, "another", _parcels.HandedOverAt + Duration.FromHours(3))));
        Assert.Equal(left, (await _parcels.LooksAsync()).Count);
    }

    [Theory]
    [InlineData(Scanned, 1)]
    [InlineData(Arrived, 0)]
    [InlineData(Returned, 0)]
    public async Task AReading_MovesTheParcel_OrEndsIt(TransitSign sign, int left)
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(20);

        await _parcels.SeeAsync(FollowedParcels.Shown(1, "another", sign));

        Assert.Equal(left, (await _parcels.AllAsync()).Count(parcel => parcel.Seen == new Sighting(sign, "another", _parcels.World.Now)));
        Assert.Equal(left, (await _parcels.LooksAsync()).Count);
    }

    [Fact]
    public async Task TheSameReading_ForDays_IsNoMove_AndWritesNothing()
    {
        await _parcels.LetThemLeaveAsync(1);
        var before = await _parcels.World.Ledger.RangeAsync(Sample.Pool, KeyRange.Consignments, 10, default);
        await _parcels.AtAsync(20);

        await _parcels.World.Poll.RunAsync(default);

        Assert.Equal(before, await _parcels.World.Ledger.RangeAsync(Sample.Pool, KeyRange.Consignments, 10, default));
        Assert.Empty(await _parcels.World.OrdersAsync());
    }

    [Fact]
    public async Task AnOrderIsNotFetchedBack_BecauseItsParcelMoves()
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(20);

        await _parcels.SeeAsync(FollowedParcels.Shown(1, "delivering", Scanned));

        Assert.Empty(await _parcels.World.OrdersAsync());
    }

    [Fact]
    public async Task AnOrderThatComesBackAndLeavesAgain_HasItsParcelOnce_WithWhatWasTold()
    {
        await _parcels.LetThemLeaveAsync(1, 2);
        await _parcels.AtAsync(25);
        await _parcels.WatchAsync();
        await _parcels.SeeAsync(FollowedParcels.Numbered(1) with { RawStatus = "awaiting_again" });      // after the hand-over: a person has to look, and the order comes back
        Assert.Single(await _parcels.World.OrdersAsync());
        _parcels.World.Clock.Advance(TimeSpan.FromHours(1));

        await _parcels.MoveAsync();

        Assert.Empty(await _parcels.World.OrdersAsync());
        Assert.Equal([1, 1], (await _parcels.AllAsync()).Select(parcel => parcel.Told.Count(note => note.Rung == Rung.Overdue.Name)));
        Assert.Equal(2, (await _parcels.LooksAsync()).Count);
    }

    [Fact]
    public async Task AnOrderThatIsCancelledAfterItLeft_EndsItsParcel_AndLeavesNoneBehind()
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(20);

        await _parcels.SeeAsync(FollowedParcels.Shown(1, "cancelled", Returned));
        Assert.Single(await _parcels.World.OrdersAsync());
        Assert.Empty(await _parcels.AllAsync());
        _parcels.World.Clock.Advance(TimeSpan.FromHours(1));
        await _parcels.MoveAsync();

        Assert.Empty(await _parcels.World.OrdersAsync());
        Assert.Empty(await _parcels.AllAsync());
        Assert.Empty(await _parcels.LooksAsync());
    }

    [Fact]
    public async Task WhenTheAnswerToTheMoveGetsLost_TheNextReadingStillEndsIt()
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(20);
        var silent = new SilentAboutParcels(_parcels.World.Ledger);
        _parcels.World.Marketplace.Show(FollowedParcels.Shown(1, "cancelled", Returned));
        await _parcels.World.InstanceOn(silent).GetRequiredService<PollOrders>().RunAsync(default);
        Assert.Single(await _parcels.AllAsync());                     // the order is back, its parcel not yet ended

        await _parcels.World.Poll.RunAsync(default);

        Assert.Empty(await _parcels.AllAsync());
    }

    [Fact]
    public async Task Many_LeaveWithTheirParcels()
    {
        await _parcels.LetThemLeaveAsync([.. Enumerable.Range(1, 120)]);

        Assert.Empty(await _parcels.World.OrdersAsync());
        Assert.Equal((120, 120), ((await _parcels.AllAsync()).Count, (await _parcels.LooksAsync()).Count));
    }

    [Fact]
    public async Task WhatOneCannotMove_DoesNotHoldTheOthers()
    {
        await _parcels.HandOverAsync(1, 2, 3);
        await _parcels.AtAsync(12);
        var moving = _parcels.World.InstanceOn(new TouchyLedger(_parcels.World.Ledger, FollowedParcels.Numbered(2).Key)).GetRequiredService<MoveClosed>();

        await moving.RunAsync(Sample.Pool, default);

        Assert.Equal("P-2", Assert.Single(await _parcels.World.OrdersAsync()).Key);
        Assert.Equal(["P-1", "P-3"], (await _parcels.AllAsync()).Select(parcel => parcel.Order.Number));
    }

    [Fact]
    public async Task AShopThatAsksForNothing_FollowsNothing()
    {
        _parcels.World.Marketplace.Shop = _parcels.World.Marketplace.Shop with { Rules = DispatchRules.None };

        await _parcels.HandOverAsync(1);
        Assert.Null((await _parcels.World.OrderAsync("P-1")).Transit);
        await _parcels.LeaveAsync();

        Assert.Empty(await _parcels.AllAsync());
    }

    /// <summary>Dies at every commit that changes a parcel's row.</summary>
    private sealed class SilentAboutParcels(ILedger inner) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(Domain.Stock.PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(Domain.Stock.PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(Domain.Stock.PoolName pool, CommitSet commit, CancellationToken cancel) => commit.Changes.Any(change => KeyRange.Consignments.Contains(change.Key))
            ? throw new LedgerUnreachableException("it died", new IOException())
            : inner.TryCommitAsync(pool, commit, cancel);
    }

    /// <summary>Refuses every commit that touches one order, as if somebody kept changing it.</summary>
    private sealed class TouchyLedger(ILedger inner, OrderKey order) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(Domain.Stock.PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(Domain.Stock.PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(Domain.Stock.PoolName pool, CommitSet commit, CancellationToken cancel) => commit.Changes.Any(change => change.Key == RowKey.Order(order))
            ? Task.FromResult(CommitOutcome.Refused)
            : inner.TryCommitAsync(pool, commit, cancel);
    }
}
