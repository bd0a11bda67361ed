using Microsoft.Azure.Functions.Worker.Local.Timers;
using ShipBy.AzureSdk.Tests.Worker.Fakes;

namespace ShipBy.AzureSdk.Tests.Worker;

public class SingletonLeaseTests
{
    private static readonly SingletonSettings AMinute = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Line8_TheLease_IsRenewedEach30Seconds_AndReleasedAtTheEnd()
    {
        using var bench = new LeaseBench();
        var working = bench.Work("a");

        Assert.Equal("a begins", await bench.Diary.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(30), await bench.Clock.PassAsync());
        Assert.Equal(TimeSpan.FromSeconds(30), await bench.Clock.PassAsync());
        await bench.Clock.NextWaitAsync();
        await bench.Stop.CancelAsync();
        await working;

        Assert.Equal(2, bench.Locks.Renewals);
        Assert.Null(bench.Locks.Holder);
    }

    [Fact]
    public async Task Line8_ASecondInstance_Waits_AndTakesOver_WhenTheFirstIsGone()
    {
        using var bench = new LeaseBench();
        await bench.Locks.TryAcquireAsync("timer", AMinute.LockPeriod, TestContext.Current.CancellationToken);      // and never renewed: a crash
        var working = bench.Work("b");

        Assert.Equal(TimeSpan.FromSeconds(60), await bench.Clock.PassAsync());

        Assert.Equal("b begins", await bench.Diary.NextAsync());
        await bench.Stop.CancelAsync();
        await working;
    }

    [Fact]
    public async Task Line8_ALostLease_StopsTheWork_AndHandsOver()
    {
        using var bench = new LeaseBench();
        var working = bench.Work("a");
        await bench.Diary.NextAsync();

        bench.Locks.Steal();
        await bench.Clock.PassAsync();

        Assert.Equal("a ends", await bench.Diary.NextAsync());
        Assert.Equal("somebody else", bench.Locks.Holder);
        await bench.Stop.CancelAsync();
        await working;
    }

    [Fact]
    public async Task Line8_WhileStorageIsAway_TheLeaseCounts_UntilItsEndAndNotLonger()
    {
        using var bench = new LeaseBench();
        var working = bench.Work("a");
        await bench.Diary.NextAsync();
        bench.Locks.IsAway = true;

        await bench.Clock.PassAsync();                  // 30 s: the first renewal fails
        for (var i = 0; i < 5; i++)
        {
            Assert.False(bench.Diary.TryNext(out _));
            Assert.Equal(TimeSpan.FromSeconds(5), await bench.Clock.PassAsync());
        }

        Assert.Equal("a ends", await bench.Diary.NextAsync());      // at 55 s, before anybody else can have it
        await bench.Stop.CancelAsync();
        await working;
    }

    private sealed class LeaseBench : IDisposable
    {
        public LeaseBench() => Locks = new FakeLock(Clock);

        public WatchedClock Clock { get; } = new();

        public FakeLock Locks { get; }

        public SampleApp.Diary Diary { get; } = new();

        public CancellationTokenSource Stop { get; } = new();

        public Task Work(string who) => new SingletonLease(Locks, "timer", AMinute, Clock, new LogBook()).WorkAsync(
            async held =>
            {
                Diary.Write($"{who} begins");
                await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, held));
                Diary.Write($"{who} ends");
            },
            Stop.Token);

        public void Dispose() => Stop.Dispose();
    }
}
