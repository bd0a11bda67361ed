using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Desk;

public sealed class DeskTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Today_ShowsOpenOrders_LeastTimeFirst_AndNoClosedOnes()
    {
        _world.Marketplace.Show(
            Numbered(1) with { ShipBy = Sample.Noon + Duration.FromHours(3) },
            Numbered(2) with { ShipBy = Sample.Noon - Duration.FromHours(1) },
            Numbered(3) with { ShipBy = null },
            Numbered(4) with { Status = PostingStatus.Cancelled },
            Numbered(5) with { Flaw = "products is empty", Lines = [] });
        await _world.RoundAsync();

        var today = await _world.Desk.TodayAsync(OrderFilter.None, default);

        Assert.Equal(["P-2", "P-1", "P-5", "P-3"], today.Orders.Select(order => order.Key.Number));
        Assert.Equal([-1, 3, 30, null], today.Orders.Select(order => order.Left?.TotalHours));
        Assert.Equal(new TodayCounts(Open: 4, Overdue: 1, OutOfStock: 0, SetAside: 1, ShippedToday: 0, MailsToday: 2), today.Counts);
        Assert.Equal("P-5: products is empty", string.Join(';', today.Problems.Select(problem => $"{problem.Subject}: {problem.Reason}")));
        Assert.Equal([new TodayShop("shop", _world.Now) { Promise = new PromiseReview(new HandlingTimeAdvice.NotEnoughOrders(0), Set: null, AsSet: null) }], today.Shops);
    }

    /// <summary>Monday noon is the beginning of the world; in Moscow the shop works until 21:00, which is six hours later.</summary>
    [Fact]
    public async Task Today_IsOrderedByWorkingTime_AndSaysWhatIsToBeExpected()
    {
        await _world.History.TryCommitAsync(
            Sample.Pool,
            new CommitSet().With(new RowChange.Insert(new LedgerRow.TotalsRow(new LocalDate(2026, 3, 1), DayTotals.None, [new ShopTotals("shop", 8, 0, new HandOverRecord(8, Duration.FromHours(26)))]))),
            default);
        _world.Marketplace.Show(
            Numbered(1) with { ShipBy = Sample.Noon + Duration.FromHours(17), Lines = [Sample.TwoMugs with { Quantity = 1 }] },
            Numbered(2) with { ShipBy = Sample.Noon + Duration.FromHours(17.5) },           // at night, and worth more
            Numbered(3) with { ShipBy = Sample.Noon + Duration.FromHours(5) },
            Numbered(4) with { ShipBy = null });
        await _world.RoundAsync();

        var today = await _world.Desk.TodayAsync(OrderFilter.None, default);

        Assert.Equal(["P-3", "P-2", "P-1", "P-4"], today.Orders.Select(order => order.Key.Number));
        Assert.Equal([5, 6, 6, null], today.Orders.Select(order => order.Outlook?.WorkingLeft.TotalHours));
        Assert.Equal(new OutlookReason(Duration.FromHours(5), 8, IsGuess: false, Duration.Zero, Duration.FromHours(5)), today.Orders[0].Outlook!.Reason);
    }

    /// <summary>The marketplace charges for its own limit, and nobody for a stage before it.</summary>
    [Fact]
    public async Task Today_SaysWhatMissingCosts_WhereItCosts()
    {
        var charge = new Charge(10, null, null);
        var table = new CostTable("sample", [new SurchargeStep(Duration.Zero, charge, new Citation("a page", new LocalDate(2026, 1, 1), CostConfidence.Official))], [], null);
        _world.AddPorts = services => services.AddSingleton(table);
        _world.Marketplace.Show(Numbered(1), Numbered(2) with { ShipBy = null });
        await _world.RoundAsync();
        var stored = (await _world.Ledger.OrdersAsync(Sample.Pool, default))[Numbered(1).Key];

        Assert.Equal([new Money(30_600, "RUB"), null], (await _world.Desk.TodayAsync(OrderFilter.None, default)).Orders.Select(order => order.Cost?.Surcharge?.Amount));

        var rule = new ShipByRule(DeadlineRule.HandlingTime, stored.Order().ShipBy!.Value);
        await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. OrderWrite.Changes(stored, stored.Order() with { ShipByRule = rule })]), default);
        Assert.All((await _world.Desk.TodayAsync(OrderFilter.None, default)).Orders, order => Assert.Null(order.Cost));
    }

    [Fact]
    public async Task Today_TellsWhatWasWarned_AndWhoIsOnIt()
    {
        _world.Marketplace.Show(Numbered(1) with { ShipBy = Sample.Noon + Duration.FromHours(20) });
        await _world.RoundAsync();
        await _world.Desk.AcknowledgeAsync(Numbered(1).Key, "Anna", default);

        var order = Assert.Single((await _world.Desk.TodayAsync(OrderFilter.None, default)).Orders);

        Assert.Equal("24h", Assert.Single(order.Warned).Rung);
        Assert.Equal("Anna", order.Acknowledged?.By);
    }

    [Fact]
    public async Task OnlyAnOpenOrder_CanBeAcknowledged()
    {
        _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.Cancelled });
        await _world.RoundAsync();

        Assert.False(await _world.Desk.AcknowledgeAsync(Numbered(1).Key, "Anna", default));
        Assert.False(await _world.Desk.AcknowledgeAsync(Numbered(2).Key, "Anna", default));
        Assert.False(await _world.Desk.AcknowledgeAsync(new OrderKey("nobody", "P-1"), "Anna", default));
    }

    [Fact]
    public async Task AOneTimeLink_WorksOnce()
    {
        var tickets = new LedgerTickets(_world.Ledger);

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tickets.TryUseAsync("nonce", Sample.Noon, default))));

        Assert.Single(used, once => once);
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}") };
}
