using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Estimates;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
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

/// <summary>Monday noon is 15:00 in the shop, which works on weekdays from 9 to 21 and lets an order lie for five days. The order is due on Friday at 15:00.</summary>
public sealed class EarlyWarningsTests
{
    private static readonly Posting Posting = Sample.Posting with { ShipBy = Sample.Noon + Duration.FromDays(4) };

    private readonly World _world = new();

    [Fact]
    public async Task ALikelyMiss_IsToldOnceBeforeTheLadder_AndTheLadderComesAllTheSame()
    {
        await KnowTheShopAsync();
        _world.Marketplace.Show(Posting);

        for (var hour = 0; hour < 100; hour++)
        {
            await _world.PassAsync(Duration.FromHours(1));
        }

        Assert.Equal(["early", "24h", "12h", "6h", "2h", "overdue"], _world.Channel.Pairs.Select(pair => pair.Split('/')[1]));
    }

    [Fact]
    public async Task ItsInstantStandsInTheOrder_AndNoSweepLooksForIt()
    {
        await KnowTheShopAsync();
        _world.Marketplace.Show(Posting);
        await _world.RoundAsync();

        var order = await _world.OrderAsync(Posting.Key.Number);
        Assert.InRange(order.EarlyAt!.Value, Sample.Noon + Duration.FromHours(2), Sample.Noon + Duration.FromHours(3));
        Assert.Equal(order.EarlyAt, order.LookAt);

        _world.Clock.Advance((order.EarlyAt.Value - _world.Now - Duration.FromSeconds(1)).ToTimeSpan());
        Assert.Equal((3, 0), await SweepCostAsync());       // as any idle sweep
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((0, true), (_world.Channel.Accepted.Count, (await SweepCostAsync()).Commits > 0));
        Assert.Equal(Posting.ShipBy - Duration.FromHours(24), (await _world.OrderAsync(Posting.Key.Number)).LookAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task SwitchedOff_ItIsNotPlanned_AndTheHistoryIsNotRead(double threshold)
    {
        var history = new CountingLedger(_world.History);
        var early = EarlyOn(history, threshold);

        Assert.Null((await early.PlanAsync(Sample.Pool, default)).Of(Sample.Order with { ShipBy = Posting.ShipBy }, _world.Now).EarlyAt);
        Assert.Equal(0, history.Reads);
    }

    [Fact]
    public async Task AHistoryThatDoesNotAnswer_LeavesTheLadder()
    {
        var order = (await EarlyOn(new SilentStore(), 0.5).PlanAsync(Sample.Pool, default)).Of(Sample.Order with { ShipBy = Posting.ShipBy }, _world.Now);

        Assert.Equal((null, Posting.ShipBy - Duration.FromHours(24)), (order.EarlyAt, order.LookAt));
    }

    [Fact]
    public async Task WhoHasAcknowledged_IsNotTold()
    {
        await KnowTheShopAsync();
        _world.Marketplace.Show(Posting);
        await _world.RoundAsync();

        await _world.Desk.AcknowledgeAsync(Posting.Key, "Anna", default);
        await _world.PassAsync(Duration.FromHours(4));

        Assert.Empty(_world.Channel.Accepted);
    }

    [Fact]
    public async Task ADeadlineThatMoves_IsPlannedAnew()
    {
        await KnowTheShopAsync();
        _world.Marketplace.Show(Posting);
        await _world.RoundAsync();
        var before = await _world.OrderAsync(Posting.Key.Number);

        _world.Marketplace.Show(Posting with { ShipBy = Posting.ShipBy + Duration.FromDays(7) });
        await _world.PassAsync(Duration.FromMinutes(1));

        var after = await _world.OrderAsync(Posting.Key.Number);
        Assert.True(after.EarlyAt > before.EarlyAt);
        Assert.Equal(after.EarlyAt, after.LookAt);
    }

    /// <summary>An order that is over owes its rungs where our own trouble held them up; a warning that nobody owed is not made up for.</summary>
    [Fact]
    public async Task OnceTheOrderIsOver_NobodyIsToldOfIt()
    {
        await KnowTheShopAsync();
        _world.Marketplace.Show(Posting);
        await _world.RoundAsync();

        _world.Clock.Advance(TimeSpan.FromHours(8));
        _world.Marketplace.Show(Posting with { Status = PostingStatus.HandedOver, RawStatus = "delivering" });
        await _world.RoundAsync();

        Assert.Empty(_world.Channel.Accepted);
    }

    private EarlyWarnings EarlyOn(ILedger history, double threshold) => new(
        new ShopPaces(new PastDays(new HistoryStore(history), _world.Options, _world.Clock)),
        new EarlyWarningPolicy(threshold, WorkCalendar.Usual(DateTimeZone.Utc)), Ladder.Parse("24h"), NullLogger<EarlyWarnings>.Instance);

    private Task<CommitOutcome> KnowTheShopAsync() => _world.History.TryCommitAsync(
        Sample.Pool,
        new CommitSet().With(new RowChange.Insert(new TotalsRow(new LocalDate(2026, 3, 1), DayTotals.None, [new ShopTotals("shop", 100, 90, new HandOverRecord(100, Duration.FromHours(6_000)))]))),
        default);

    private async Task<(int Reads, int Commits)> SweepCostAsync()
    {
        var counting = new CountingLedger(_world.Ledger);
        await _world.InstanceOn(counting).GetRequiredService<SweepDeadlines>().RunAsync(CancellationToken.None);
        return (counting.Reads, counting.Commits);
    }
}
