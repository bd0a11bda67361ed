using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Days;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Stock;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Ledger;

/// <summary>What a step asks of the ledger, exactly: the bill is made of it.</summary>
public sealed class RequestCountTests
{
    [Fact]
    public async Task AnIdleSweep_AsksThreeTimes_HoweverManyOrdersAreOpen()
    {
        var world = new World();
        world.Marketplace.Show(Enumerable.Range(0, 200).Select(i => Sample.Posting with { Key = new OrderKey("shop", $"P-{i}") }));
        await world.RoundAsync();

        Assert.Equal((3, 0), await CountAsync(world, ledger => world.InstanceOn(ledger).GetRequiredService<SweepDeadlines>().RunAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task AHundredWaitingOrders_AreHeldInAFewCommits()
    {
        var world = new World();
        world.Marketplace.Present[Sample.Mug] = 1_000;
        world.Marketplace.Show(Enumerable.Range(0, 99).Select(i => Sample.Posting with { Key = new OrderKey("shop", $"P-{i}") }));
        await world.Poll.RunAsync(default);

        var (reads, commits) = await CountAsync(world, ledger => world.InstanceOn(ledger).GetRequiredService<ReserveStock>().RunAsync(Sample.Pool, CancellationToken.None));

        // One read finds the lease and who waits, one finds no stock row; one commit opens it; then 49 orders, of two rows each, go with the stock row and the lease.
        Assert.Equal((2, 4), (reads, commits));
    }

    [Fact]
    public async Task ThePage_ReadsTheDayTotals_OnceAnHour()
    {
        var world = new World();
        world.Marketplace.Show(Sample.Posting);
        await world.RoundAsync();
        var (ledger, history) = (new CountingLedger(world.Ledger), new CountingLedger(world.History));
        world.AddPorts = services => services.AddSingleton(new CostTable("sample", [], [new IndexBand(0, "green", new Charge(0, null, null), new Citation("a page", new LocalDate(2026, 1, 1), CostConfidence.Official))], 14));
        var desk = world.InstanceOn(ledger, history).GetRequiredService<IDesk>();

        await desk.TodayAsync(OrderFilter.None, CancellationToken.None);
        Assert.Equal((4, 2), (ledger.Reads, history.Reads));        // orders, mails said and open, the vigil; the year's days, and today's
        await desk.TodayAsync(OrderFilter.None, CancellationToken.None);
        Assert.Equal((8, 3), (ledger.Reads, history.Reads));
    }

    [Fact]
    public async Task TheDay_CostsNothingBeforeItsHour_AndOnceItIsTold()
    {
        var world = new World();
        world.Marketplace.Show(Sample.Posting);
        await world.Poll.RunAsync(default);
        var counting = new CountingLedger(world.Ledger);
        var day = world.InstanceOn(counting).GetRequiredService<TellTheDay>();

        await day.RunAsync(default);
        Assert.Equal((0, 0), (counting.Reads, counting.Commits));

        world.Clock.Advance(TimeSpan.FromHours(5));         // the report: who told it last, the orders, the notices of the day
        await day.RunAsync(default);
        Assert.Equal((3, 1), (counting.Reads, counting.Commits));

        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await day.RunAsync(default);
        Assert.Equal((3, 1), (counting.Reads, counting.Commits));

        world.Clock.Advance(TimeSpan.FromHours(11.5));      // the plan: who told it last, the orders
        await day.RunAsync(default);
        Assert.Equal((5, 2), (counting.Reads, counting.Commits));
    }

    private static async Task<(int Reads, int Commits)> CountAsync(World world, Func<ILedger, Task> step)
    {
        var counting = new CountingLedger(world.Ledger);
        await step(counting);
        return (counting.Reads, counting.Commits);
    }
}
