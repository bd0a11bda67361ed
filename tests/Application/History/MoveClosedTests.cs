using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reporting;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.History;

public sealed class MoveClosedTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    /// <value>How long an order lies before it is shipped, all of it within the usual hours.</value>
    private static readonly Duration Open = Duration.FromHours(3);

    private readonly World _world = new();

    [Theory]
    [InlineData(12 * 60 - 1, 1)]
    [InlineData(12 * 60, 0)]
    public async Task AClosedOrder_LeavesTwelveHoursLater_WithItsJournalAndTheDaysTotals(int minutes, int left)
    {
        await ShipAsync(1);

        _world.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await MoveAsync();

        Assert.Equal(left, (await _world.OrdersAsync()).Count);
        if (left == 0)
        {
            var past = Assert.Single(await PastAsync()).Order();
            Assert.Equal([JournalEvent.Taken, JournalEvent.Held, JournalEvent.Shipped], past.Journal.Select(entry => entry.What));
            Assert.Equal(new DayTotals(1, 0, 0, 0, 0, 2), await TotalsAsync());
        }
    }

    [Fact]
    public async Task OpenOrders_Stay()
    {
        _world.Marketplace.Show(Numbered(1));
        await _world.RoundAsync();

        _world.Clock.Advance(TimeSpan.FromDays(9));
        await MoveAsync();

        Assert.Single(await _world.OrdersAsync());
        Assert.Empty(await PastAsync());
    }

    [Fact]
    public async Task ACrashBetweenCopyAndDelete_LeavesNothingTwice()
    {
        await ShipAsync(1, 2);
        _world.Clock.Advance(TimeSpan.FromHours(13));

        await Assert.ThrowsAsync<LedgerUnreachableException>(() => MoveOn(new DeadLedger(_world.Ledger)).RunAsync(Sample.Pool, default));
        Assert.Equal((2, 2), ((await _world.OrdersAsync()).Count, (await PastAsync()).Count));
        await MoveOn(_world.Ledger).RunAsync(Sample.Pool, default);

        Assert.Equal((0, 2), ((await _world.OrdersAsync()).Count, (await PastAsync()).Count));
        Assert.Equal(2, (await TotalsAsync()).Shipped);
        Assert.Equal((2, 2, 6), await PaceOfTheDayAsync());
    }

    [Fact]
    public async Task WhatTheMarketplaceShowsAgain_IsNotTakenTwice()
    {
        await ShipAsync(1);
        _world.Clock.Advance(TimeSpan.FromHours(13));
        await MoveAsync();
        var stock = await _world.StockAsync(Sample.Mug);

        await _world.RoundAsync();      // the list of changes still shows it

        Assert.Empty(await _world.OrdersAsync());
        Assert.Equal(stock, await _world.StockAsync(Sample.Mug));
    }

    [Fact]
    public async Task AnOrderThatIsCancelledAfterItLeft_ComesBack_AndLeavesAgain_CountedOnce()
    {
        await ShipAsync(1);
        _world.Clock.Advance(TimeSpan.FromHours(13));
        await MoveAsync();
        var stock = await _world.StockAsync(Sample.Mug);

        _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.Cancelled, RawStatus = "cancelled", CancelReason = "buyer" });
        await _world.RoundAsync();
        Assert.Equal("buyer", (await _world.OrderAsync("P-1")).CancelReason);
        Assert.Equal(stock, await _world.StockAsync(Sample.Mug));       // it had left the house: nothing returns by itself
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await MoveAsync();

        Assert.Equal("buyer", Assert.Single(await PastAsync()).Order().CancelReason);
        Assert.Equal(1, (await TotalsAsync()).Shipped);
        Assert.Equal((1, 1, 3), await PaceOfTheDayAsync());
        Assert.Empty(await _world.OrdersAsync());
    }

    [Fact]
    public async Task TheReport_TellsOfOpenAndPastOrders_EachOnce()
    {
        await ShipAsync(1, 2);
        _world.Clock.Advance(TimeSpan.FromHours(13));
        await Assert.ThrowsAsync<LedgerUnreachableException>(() => MoveOn(new DeadLedger(_world.Ledger)).RunAsync(Sample.Pool, default));
        _world.Marketplace.Show(Numbered(3));
        await _world.Poll.RunAsync(default);

        Assert.Equal(["P-1", "P-2", "P-3"], (await _world.Of<ReportOrders>().RunAsync(default)).Select(order => order.Order).Order());
    }

    [Fact]
    public async Task TheDesk_StillCountsWhatWasShippedToday()
    {
        _world.Options.KeepClosedFor = TimeSpan.FromHours(1);
        await ShipAsync(1, 2);
        _world.Clock.Advance(TimeSpan.FromHours(2));
        await MoveAsync();

        Assert.Equal(2, (await _world.Desk.TodayAsync(OrderFilter.None, default)).Counts.ShippedToday);
    }

    [Fact]
    public async Task MailsThatWereSaid_LeaveAfterTwoDays()
    {
        await _world.DecideAWarningAsync();
        await _world.Send.RunAsync(Sample.Pool, default);

        _world.Clock.Advance(TimeSpan.FromHours(49));
        await MoveAsync();

        Assert.Empty(await _world.SaidAsync());
        Assert.Single(await _world.History.RangeAsync(Sample.Pool, KeyRange.SaidSince(Sample.Noon - Duration.FromDays(1)), 10, default));
    }

    [Fact]
    public async Task Many_MoveInFewRequests()
    {
        await ShipAsync([.. Enumerable.Range(1, 200)]);
        _world.Clock.Advance(TimeSpan.FromHours(13));

        await MoveAsync();

        Assert.Equal((0, 200), ((await _world.OrdersAsync()).Count, (await PastAsync()).Count));
        Assert.Equal(new DayTotals(200, 0, 0, 0, 0, 400), await TotalsAsync());
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}") };

    private async Task ShipAsync(params int[] numbers)
    {
        _world.Marketplace.Present[Sample.Mug] = 1_000;
        _world.Marketplace.Show(numbers.Select(Numbered));
        await _world.RoundAsync();
        _world.Clock.Advance(Open.ToTimeSpan());
        _world.Marketplace.Show(numbers.Select(number => Numbered(number) with { Status = PostingStatus.HandedOver, RawStatus = "delivering" }));
        await _world.RoundAsync();
    }

    private Task MoveAsync() => _world.Of<MoveClosed>().RunAsync(Sample.Pool, default);

    private MoveClosed MoveOn(ILedger ledger) => _world.InstanceOn(ledger).GetRequiredService<MoveClosed>();

    private Task<IReadOnlyList<Stored>> PastAsync() => _world.Of<PastOrders>().AllAsync(Sample.Pool, default);

    /// <summary>What the shop's day says: handed over, counted for the pace, working hours that they lay.</summary>
    private async Task<(int HandedOver, int Counted, double Hours)> PaceOfTheDayAsync()
    {
        var shop = Assert.Single(((LedgerRow.TotalsRow)(await _world.History.FindAsync(Sample.Pool, RowKey.Totals(Today), default))!.Row).Shops!);
        return (shop.HandedOver, shop.Record.HandOvers, shop.Record.Exposure.TotalHours);
    }

    private Task<DayTotals> TotalsAsync() => _world.Of<PastOrders>().TotalsAsync(Sample.Pool, Today, default);

    /// <summary>Answers reads and dies at the first commit.</summary>
    private sealed class DeadLedger(ILedger inner) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) =>
            throw new LedgerUnreachableException("it died", new IOException());
    }
}
