using NodaTime;
using ShipBy.Application.Estimates;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Tests.Ledger;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Estimates;

/// <summary>2026-03-02, a Monday, is today; the sample's shop is open from 9 to 21, UTC.</summary>
public sealed class ShopPromisesTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Usual(DateTimeZone.Utc);

    private readonly World _world = new();
    private readonly CountingLedger _history;
    private readonly Lazy<ShopPromises> _promises;

    public ShopPromisesTests()
    {
        _history = new CountingLedger(_world.History);
        _promises = new Lazy<ShopPromises>(() => new ShopPromises(new PastDays(new HistoryStore(_history), _world.Options, _world.Clock), new Pools([_world.Marketplace], []), Calendar));
    }

    [Fact]
    public async Task TheLatestDays_AreEnough()
    {
        await InsertAsync(new LocalDate(2026, 2, 1), Took("shop", 500, 50));            // enough without it
        await InsertAsync(new LocalDate(2026, 2, 2), Took("shop", 150, 9));
        await InsertAsync(new LocalDate(2026, 2, 3), Took("other", 900, 1));
        await InsertAsync(new LocalDate(2026, 2, 4), Took("shop", 199, 2));
        await InsertAsync(new LocalDate(2026, 2, 5));

        Assert.Equal(new HandlingTimeAdvice.Promise(Duration.FromHours(9), 349, 349), (await ReviewAsync()).Advice);
    }

    /// <summary>Of twenty orders all took two hours; one more lies, and breaks the promise once it has lain for longer.</summary>
    [Theory]
    [InlineData(2, 20)]
    [InlineData(3, 21)]
    [InlineData(9, 21)]
    public async Task WhatStillLies_Counts(int hours, int judged)
    {
        await InsertAsync(new LocalDate(2026, 3, 1), Took("shop", 20, 2));
        var open = Sample.Order with { OrderedAt = Sample.Noon, TakenAt = Sample.Noon };
        var now = Sample.Noon + Duration.FromHours(hours);

        Assert.Equal(new HandlingTimeAdvice.Promise(Duration.FromHours(2), judged, 20), (await ReviewAsync(now, open)).Advice);
        Assert.Equal(20, ((HandlingTimeAdvice.Promise)(await ReviewAsync(now, open with { Key = new OrderKey("other", "P-1") })).Advice).Orders);
        Assert.Equal(20, ((HandlingTimeAdvice.Promise)(await ReviewAsync(now, open with { State = OrderState.Cancelled, CancelledAt = now })).Advice).Orders);
    }

    [Fact]
    public async Task WhatIsSet_IsJudgedByTheSameOrders()
    {
        await InsertAsync(new LocalDate(2026, 3, 1), Took("shop", 20, 9));
        _world.Marketplace.Shop = _world.Marketplace.Shop with { Rules = new DispatchRules { HandlingTime = new HandlingTime(Duration.FromHours(4), Calendar) } };

        Assert.Equal(new HandlingTimeAdvice.Promise(Duration.FromHours(4), 20, 0), (await ReviewAsync()).AsSet);
    }

    [Fact]
    public async Task ItCosts_NoRequestThatPacesDoNotCost()
    {
        for (var minute = 0; minute < 60; minute++)
        {
            await ReviewAsync();
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, _history.Reads);
    }

    private async Task<PromiseReview> ReviewAsync(Instant? now = null, params Order[] orders) => Assert.Single(await _promises.Value.OfAsync(Sample.Pool, orders, now ?? _world.Now, default)).Value;

    private static ShopTotals Took(string shop, int orders, int hours) =>
        new(shop, orders, 0, new HandOverRecord(orders, Duration.FromHours(hours))) { Took = new HandlingTimes([new(hours, orders)]) };

    private Task<CommitOutcome> InsertAsync(LocalDate day, params ShopTotals[] shops) =>
        _world.History.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new TotalsRow(day, DayTotals.None, shops))), default);
}
