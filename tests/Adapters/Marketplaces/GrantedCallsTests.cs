using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces;

public class GrantedCallsTests
{
    private static readonly CallLimit Ten = new("ozon-1", 10);
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task TakingCalls_GivesTheSecondsShare_AndNoMore()
    {
        var budget = new InProcessCallBudget(_time);
        _time.Advance(TimeSpan.FromMilliseconds(400));

        Assert.Equal(new CallGrant(7, TimeSpan.FromMilliseconds(600)), await budget.TakeAsync(Ten, 7, Cancel));
        Assert.Equal(3, (await budget.TakeAsync(Ten, 7, Cancel)).Calls);
        Assert.Equal(0, (await budget.TakeAsync(Ten, 7, Cancel)).Calls);
        Assert.Equal(7, (await budget.TakeAsync(Ten with { Name = "ozon-2" }, 7, Cancel)).Calls);
        _time.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal(7, (await budget.TakeAsync(Ten, 7, Cancel)).Calls);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(10, 2)]
    public async Task ManyCalls_CostFewRequests(int calls, int requests)
    {
        var budget = new Counted(new InProcessCallBudget(_time));
        using var granted = new GrantedCalls(budget, Ten, _time);

        for (var i = 0; i < calls; i++)
            await granted.WaitForOneAsync(Cancel);

        Assert.Equal(requests, budget.Requests);
    }

    [Fact]
    public async Task AGrant_EndsWithItsSecond()
    {
        var budget = new Counted(new InProcessCallBudget(_time));
        using var granted = new GrantedCalls(budget, Ten, _time);

        await granted.WaitForOneAsync(Cancel);
        _time.Advance(TimeSpan.FromSeconds(1));
        await granted.WaitForOneAsync(Cancel);

        Assert.Equal(2, budget.Requests);
    }

    [Fact]
    public async Task TwoInstances_StayTogetherBelowTheLimit_InEverySecond()
    {
        var budget = new InProcessCallBudget(_time);
        using var one = new GrantedCalls(budget, Ten, _time);
        using var other = new GrantedCalls(budget, Ten, _time);
        var made = new ConcurrentQueue<DateTimeOffset>();

        var work = Task.WhenAll(new[] { one, other }.Select(async granted =>
        {
            for (var i = 0; i < 25; i++)
            {
                await granted.WaitForOneAsync(Cancel);
                made.Enqueue(_time.GetUtcNow());
            }
        }));
        while (!work.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        Assert.Equal(50, made.Count);
        Assert.All(made.GroupBy(at => at.ToUnixTimeSeconds()), second => Assert.InRange(second.Count(), 1, 10));
    }

    [Fact]
    public async Task AnExhaustedSecond_IsWaitedOut()
    {
        var budget = new InProcessCallBudget(_time);
        await budget.TakeAsync(Ten, 10, Cancel);
        using var granted = new GrantedCalls(budget, Ten, _time);

        var waiting = granted.WaitForOneAsync(Cancel).AsTask();
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await waiting;
    }

    private sealed class Counted(ICallBudget inner) : ICallBudget
    {
        public int Requests { get; private set; }

        public ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel)
        {
            Requests++;
            return inner.TakeAsync(limit, calls, cancel);
        }
    }
}
