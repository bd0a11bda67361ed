using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>The ledger held against the marketplace and against itself; queues, clocks, calendars.</summary>
public sealed class LedgerAgainstOutsideTests
{
    private readonly World _world = Watching.World();

    [Fact]
    public async Task AnOrderThatNoPollBringsIn_IsTakenInAndTold()
    {
        await _world.MinuteAsync();
        _world.Marketplace.Show(Numbered(1), Numbered(2));
        await OutboxForAsync(hours: 2);     // the poll is blind to them: it does not run

        Assert.Equal(["P-1", "P-2"], (await _world.OrdersAsync()).Keys.Order());
        var line = Assert.Single(_world.Lines(), line => line is { Kind: OperationalAlertKind.ListsDiffer, IsOver: false });
        Assert.Equal((2, 0, "P-1, P-2"), (line.Facts.Count, line.Facts.Other, line.Facts.Detail));
        Assert.Contains("-ListsDiffer shop", _world.Told());
    }

    [Fact]
    public async Task AnOrderThatOnlyWeHaveAsOpen_IsReadBackAndTold()
    {
        _world.Marketplace.Show(Numbered(1));
        await _world.MinuteAsync();
        _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.Cancelled });
        await OutboxForAsync(hours: 2);

        Assert.Equal(OrderState.Cancelled, (await _world.OrderAsync("P-1")).State);
        var line = Assert.Single(_world.Lines(), line => line is { Kind: OperationalAlertKind.ListsDiffer, IsOver: false });
        Assert.Equal((0, 1), (line.Facts.Count, line.Facts.Other));
    }

    [Fact]
    public async Task ADifference_IsOverSoonAfterAnOutage_ThatBlindedTheNextLook()
    {
        await _world.MinuteAsync();
        _world.Marketplace.Show(Numbered(1));
        while (!_world.Told().Contains("ListsDiffer shop"))
        {
            await OutboxForAsync(hours: 0.25);
        }

        _world.Marketplace.Failure = new MarketplaceUnreachableException("connection refused");
        await OutboxForAsync(hours: 0.5);
        _world.Marketplace.Failure = null;
        await OutboxForAsync(hours: 0.5);

        Assert.Contains("-ListsDiffer shop", _world.Told());
    }

    [Fact]
    public async Task ADifferenceThatThePollSettles_IsNotTold()
    {
        _world.Marketplace.Show(Numbered(1));
        await _world.HoursAsync(1);
        _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.Cancelled }, Numbered(2));
        await OutboxForAsync(hours: 0.25);
        await _world.HoursAsync(3);

        Assert.Empty(_world.Told());
    }

    [Fact]
    public async Task StockThatDrifted_IsTold_UntilItIsRepaired()
    {
        _world.Marketplace.Show(Numbered(1));
        await _world.RoundAsync();
        await WriteStockAsync(item => item with { Held = item.Held + 3 });
        await _world.MinuteAsync();
        Assert.Equal(["StockDrift main"], _world.Told());

        await WriteStockAsync(item => item with { Held = item.Held - 3 });
        await _world.HoursAsync(25);
        Assert.Equal(["StockDrift main", "-StockDrift main"], _world.Told());
    }

    [Fact]
    public async Task PoisonAndForgottenMessages_AreTold_ByQueue()
    {
        var peek = new FakePeek();
        _world.With(services => services.AddSingleton<IQueuePeek>(peek).AddSingleton<ISelfCheck, QueueCheck>());
        peek.Looks = [new QueueLook("reserve-stock", IsPoison: false, 1, _world.Now)];
        await _world.MinuteAsync();
        Assert.Empty(_world.Told());

        peek.Looks = [.. peek.Looks, new QueueLook("deadline-warnings-poison", IsPoison: true, 2, _world.Now)];
        await _world.HoursAsync(0.5);
        Assert.Equal(["PoisonMessage deadline-warnings-poison", "SilentQueue reserve-stock"], _world.Told().Order());

        peek.Looks = null;          // the queues do not answer: nobody knows
        await _world.HoursAsync(1);
        Assert.Equal(2, _world.Told().Count());

        peek.Looks = [];
        await _world.HoursAsync(1);
        Assert.Equal(["-PoisonMessage deadline-warnings-poison", "-SilentQueue reserve-stock"], _world.Told().Skip(2).Order());
    }

    [Theory]
    [InlineData(120, 0, "")]
    [InlineData(121, 0, "Warning")]
    [InlineData(121, 2, "")]            // the answer was under way too long to be sure
    [InlineData(-121, 0, "Warning")]
    [InlineData(600, 0, "Warning")]
    [InlineData(601, 0, "Critical")]
    public async Task AClockThatIsOff_IsTold(int aheadSeconds, int doubtSeconds, string expected)
    {
        _world.With(services => services.AddSingleton<IForeignClock>(new FakeClock(new ForeignTime("storage", Duration.FromSeconds(aheadSeconds), Duration.FromSeconds(doubtSeconds), _world.Now))));
        await _world.MinuteAsync();

        Assert.Equal(expected, string.Join(' ', _world.Lines().Select(line => line.Severity)));
    }

    [Fact]
    public void ADateHeader_IsReadInTheMiddleOfItsWay_WithItsDoubt()
    {
        var asked = Sample.Noon;

        var reading = ForeignTime.Of("storage", asked + Duration.FromSeconds(60), asked, asked + Duration.FromSeconds(4));

        Assert.Equal((58.5, 3.0), (reading.Ahead.TotalSeconds, reading.Doubt.TotalSeconds));
    }

    [Theory]
    [InlineData(30, null, "")]
    [InlineData(29, null, "CalendarEnding Warning")]
    [InlineData(-1, null, "CalendarEnding Critical")]
    [InlineData(400, 30, "")]
    [InlineData(400, 29, "CalendarGuessed Warning")]
    public async Task ACalendarThatEndsOrGuesses_IsTold(int days, int? guessedInDays, string expected)
    {
        var today = new LocalDate(2026, 3, 2);
        var calendar = new WatchedCalendar("china", today.PlusDays(days), guessedInDays is { } guessed ? today.PlusDays(guessed) : null);
        _world.With(services => services.AddSingleton<IWatchedCalendars>(new FakeCalendars([calendar])));
        await _world.HoursAsync(9);

        Assert.Equal(expected, string.Join(' ', _world.Lines().Take(1).Select(line => $"{line.Kind} {line.Severity}")));
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}"), ShipBy = Sample.Noon + Duration.FromDays(20) };

    /// <summary>The outbox timer alone, every five minutes.</summary>
    private async Task OutboxForAsync(double hours)
    {
        for (var pass = 0; pass < hours * 12; pass++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(5));
            await _world.Of<Application.Alerts.DeliverOutbox>().RunAsync(default);
        }
    }

    private async Task WriteStockAsync(Func<StockItem, StockItem> change) => Assert.True((await _world.Ledger.TryCommitAsync(
        Sample.Pool, new CommitSet().With(new RowChange.Replace(new StockRow(change(await _world.StockAsync(Sample.Mug))), null)), default)).IsCommitted);

    private sealed class FakePeek : IQueuePeek
    {
        public IReadOnlyList<QueueLook>? Looks { get; set; } = [];

        public Task<IReadOnlyList<QueueLook>?> LookAsync(CancellationToken cancel) => Task.FromResult(Looks);
    }

    private sealed record FakeClock(ForeignTime? Last) : IForeignClock;

    private sealed record FakeCalendars(IReadOnlyList<WatchedCalendar> InUse) : IWatchedCalendars;
}
