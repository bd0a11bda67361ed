using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Intake;

/// <summary>The deadline in force moves with what the shop knows, and the warnings with it. It is Monday noon; the marketplace's limit is Tuesday 10:00.</summary>
public sealed class MovedDeadlineTests
{
    private static readonly Posting Due = Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(22) };

    private readonly World _world = new();

    [Fact]
    public async Task PickUpsThatAreSetLater_MoveTheDeadline_AndAMissedOneMovesItOn()
    {
        _world.Marketplace.Show(Due);
        await _world.RoundAsync();
        Assert.Equal("24h", await WarnedAsync());

        Rules(new DispatchRules { PickUps = EveryDayAt(16) });
        await _world.PassAsync(Duration.FromMinutes(1));
        Assert.Equal((Sample.Noon + Duration.FromHours(4), CarrierPickUp.LastBeforeLimit), await DeadlineAsync());
        Assert.Equal("6h", await WarnedAsync());

        await _world.PassAsync(Duration.FromHours(4));
        Assert.Equal((Due.ShipBy, CarrierPickUp.NoneLeft), await DeadlineAsync());
        Assert.Equal("24h nopickup", await WarnedAsync());                              // 24h was said already, and nothing nearer is reached yet
    }

    [Fact]
    public async Task AMissedPickUp_IsNoMissedDeadline_EvenWhereTheSweepSeesItBeforeTheNextReading()
    {
        Rules(new DispatchRules { PickUps = EveryDayAt(16) });
        _world.Marketplace.Show(Due);
        await _world.RoundAsync();

        _world.Clock.Advance(TimeSpan.FromHours(4));
        await _world.Sweep.RunAsync(default);                                           // the pick-up itself is in time
        Assert.Equal((Sample.Noon + Duration.FromHours(4), CarrierPickUp.LastBeforeLimit), await DeadlineAsync());

        _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await _world.Sweep.RunAsync(default);
        Assert.Equal((Due.ShipBy, CarrierPickUp.NoneLeft), await DeadlineAsync());
        Assert.Equal("nopickup 24h", await WarnedAsync());

        await _world.PassAsync(Duration.FromMinutes(1));                                // the reading finds nothing to add
        Assert.Equal("nopickup 24h", await WarnedAsync());
    }

    [Fact]
    public async Task AHandlingTime_WatchesAPostingWithoutALimit_AndFollowsTheSetting()
    {
        Rules(new DispatchRules { HandlingTime = new HandlingTime(Duration.FromHours(8), WorkCalendar.Usual(DateTimeZone.Utc)) });
        _world.Marketplace.Show(Due with { ShipBy = null });
        await _world.RoundAsync();
        Assert.Equal((Sample.Noon + Duration.FromHours(8), CarrierPickUp.NotPlanned), await DeadlineAsync());

        Rules(new DispatchRules { HandlingTime = new HandlingTime(Duration.FromHours(30), WorkCalendar.Usual(DateTimeZone.Utc)) });
        await _world.PassAsync(Duration.FromMinutes(1));

        var order = await _world.OrderAsync(Due.Key.Number);
        Assert.Equal(Instant.FromUtc(2026, 3, 4, 18, 0), order.ShipBy);
        Assert.Empty(order.Warned);
        Assert.Contains(order.Journal, entry => entry is { What: JournalEvent.DeadlineMoved, Detail: "2026-03-04T18:00:00Z HandlingTime (30 working h)" });
        Assert.Equal(DeadlineRule.HandlingTime, Assert.Single((await _world.Desk.TodayAsync(OrderFilter.None, default)).Orders).ShipByRule!.Kind);
    }

    private void Rules(DispatchRules rules) => _world.Marketplace.Shop = _world.Marketplace.Shop with { Rules = rules };

    private async Task<(Instant?, CarrierPickUp?)> DeadlineAsync() => await _world.OrderAsync(Due.Key.Number) is var order ? (order.ShipBy, order.ShipByRule?.PickUp) : default;

    private async Task<string> WarnedAsync() =>
        string.Join(' ', (await _world.OrderAsync(Due.Key.Number)).Warned.Where(note => note.Fate == RungFate.Named).Select(note => note.Rung));

    private static PickUpPlan EveryDayAt(int hour) => new(
        DateTimeZone.Utc, Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, IReadOnlyList<LocalTime> (_) => [new LocalTime(hour, 0)]), new Dictionary<LocalDate, IReadOnlyList<LocalTime>>());
}
