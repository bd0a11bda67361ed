using NodaTime;
using ShipBy.Application.Budgets;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Budgets;

public sealed class WindowBudgetTests
{
    private static readonly BudgetWindow Minute = new("minute", Duration.FromMinutes(1), 5);

    private static readonly BudgetWindow Hour = new("hour", Duration.FromHours(1), 10);

    private readonly WindowBudget _budget = new(new InMemoryLedger());

    [Fact]
    public async Task AWindow_GivesItsLimit_AndStartsAnewOnItsEdge()
    {
        var taken = 0;
        for (var second = 0; second < 60; second++)
        {
            taken += await TakeAsync([Minute], Sample.Noon + Duration.FromSeconds(second)) ? 1 : 0;
        }

        Assert.Equal(5, taken);
        Assert.False(await TakeAsync([Minute], Sample.Noon + Duration.FromTicks(Minute.Length.BclCompatibleTicks - 1)));
        Assert.True(await TakeAsync([Minute], Sample.Noon + Minute.Length));
    }

    [Fact]
    public async Task TwoWindows_AreTakenFromTogether_OrNotAtAll()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.True(await TakeAsync([Minute with { Limit = 100 }, Hour], Sample.Noon));
        }

        Assert.False(await TakeAsync([Minute with { Limit = 100 }, Hour], Sample.Noon));
        Assert.True(await TakeAsync([Minute with { Limit = 11 }], Sample.Noon));        // what the hour refused was not taken from the minute
        Assert.False(await TakeAsync([Minute with { Limit = 11 }], Sample.Noon));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    public async Task TakeUpTo_GivesWhatIsLeft(int asked, int given) => Assert.Equal(given, await _budget.TakeUpToAsync(Minute, asked, Sample.Noon, default));

    [Fact]
    public async Task ManyInstances_TogetherKeepTheLimit()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _budget.TakeUpToAsync(Minute with { Limit = 20 }, 4, Sample.Noon, default))));

        Assert.True(taken.Sum() <= 20);
        Assert.True(taken.Sum() > 0);
    }

    [Fact]
    public async Task Calls_AreGrantedSecondBySecond()
    {
        var world = new World();
        world.Clock.Advance(TimeSpan.FromMilliseconds(250));
        var calls = new LedgerCallBudget(new WindowBudget(world.Ledger), world.Clock);
        var limit = new CallLimit("ozon-1", 10);

        var first = await calls.TakeAsync(limit, 8, default);
        var second = await calls.TakeAsync(limit, 8, default);
        var third = await calls.TakeAsync(limit, 8, default);

        Assert.Equal((8, 2, 0), (first.Calls, second.Calls, third.Calls));
        Assert.Equal(TimeSpan.FromMilliseconds(750), first.EndsIn);
    }

    [Theory]
    [InlineData(4, 1, false)]
    [InlineData(4, 1, true)]
    [InlineData(8, 10, false)]
    [InlineData(10, 10, true)]
    public async Task TheReserve_IsForThePressingAlone(int taken, int limit, bool isPressing)
    {
        var window = Minute with { Limit = limit, Reserve = limit / 5 };
        var answers = new List<BudgetAnswer>();
        for (var i = 0; i <= taken; i++)
        {
            answers.Add(await _budget.TryTakeAsync([window], isPressing, Sample.Noon, default));
        }

        var allowed = Math.Min(taken + 1, isPressing ? limit : limit - window.Reserve);
        Assert.Equal(allowed, answers.Count(answer => answer.IsTaken));
        Assert.Equal(limit - window.Reserve - 1, answers.FindIndex(answer => answer.IsTight));      // the first that leaves nothing but the reserve
    }

    private async Task<bool> TakeAsync(IReadOnlyList<BudgetWindow> windows, Instant now) => (await _budget.TryTakeAsync(windows, isPressing: true, now, default)).IsTaken;
}
