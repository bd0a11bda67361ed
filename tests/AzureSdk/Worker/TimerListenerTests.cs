using Microsoft.Azure.Functions.Worker;

namespace ShipBy.AzureSdk.Tests.Worker;

public class TimerListenerTests
{
    private const string EveryMinute = "0 * * * * *";
    private const string Hourly = "0 0 * * * *";

    [Fact]
    public async Task Line8_Timer_DoesNotOverlap_AndMakesUpOnce_ForWhatALongRunMissed()
    {
        await using var bench = new TimerBench();
        var mayEnd = new TaskCompletionSource();
        bench.Script.Run = async (timer, context) =>
        {
            await bench.NoteAsync(timer, context);
            await mayEnd.Task;
        };
        bench.Start(EveryMinute);

        await bench.Clock.PassAsync();
        Assert.Equal("12:01:00", await bench.Diary.NextAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(330));
        Assert.False(bench.Diary.TryNext(out _));       // five times due, and still running
        mayEnd.SetResult();

        Assert.Equal("12:06:30", await bench.Diary.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(30), await bench.Clock.PassAsync());
        Assert.Equal("12:07:00", await bench.Diary.NextAsync());
    }

    [Theory]
    [InlineData("2026-11-22T13:00:01Z")]
    [InlineData("2026-11-22T18:30:00Z")]
    [InlineData("2027-11-22T12:30:00Z")]
    public async Task Line8_Timer_RunsOncePastDue_AfterAnyGap(string now)
    {
        await using var bench = new TimerBench(now);
        bench.Store.Status = Status(last: "12:00", next: "13:00");
        bench.Start(Hourly);

        Assert.EndsWith(" past due", await bench.Diary.NextAsync(), StringComparison.Ordinal);
        await bench.Clock.PassAsync();
        Assert.EndsWith(":00:00", await bench.Diary.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line8_Timer_MakesUpNothing_AfterItsScheduleChanged()
    {
        await using var bench = new TimerBench("2026-11-22T18:30:00Z");
        bench.Store.Status = Status(last: "12:00", next: "13:00");
        bench.Start("0 15 * * * *");

        Assert.Equal(TimeSpan.FromMinutes(45), await bench.Clock.PassAsync());
        Assert.Equal("19:15:00", await bench.Diary.NextAsync());
    }

    [Fact]
    public async Task Line8_Timer_WaitsAtItsFirstStart_AndWritesWhenItIsDue()
    {
        await using var bench = new TimerBench("2026-11-22T12:10:00Z");
        bench.Start(Hourly);

        Assert.Equal(TimeSpan.FromMinutes(50), await bench.Clock.NextWaitAsync());
        Assert.Equal(new DateTime(2026, 11, 22, 13, 0, 0, DateTimeKind.Utc), bench.Store.Status!.Next);
        Assert.False(bench.Diary.TryNext(out _));
    }

    [Fact]
    public async Task Line8_Timer_WritesItsStatus_AfterTheRunOnly()
    {
        await using var bench = new TimerBench();
        bench.Script.Run = (_, _) =>
        {
            bench.Diary.Write($"writes {bench.Store.Writes}");
            return Task.CompletedTask;
        };
        bench.Start(Hourly);

        await bench.Clock.PassAsync();
        Assert.Equal("writes 1", await bench.Diary.NextAsync());        // the one of its first start
        await bench.Clock.NextWaitAsync();

        Assert.Equal(2, bench.Store.Writes);
        Assert.Equal(
            (new DateTime(2026, 11, 22, 13, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 22, 14, 0, 0, DateTimeKind.Utc)),
            (bench.Store.Status!.Last, bench.Store.Status.Next));
    }

    [Fact]
    public async Task Timer_GoesOn_AfterAFailedRun_AndWithoutItsStore()
    {
        await using var bench = new TimerBench();
        bench.Store.IsAway = true;
        bench.Script.Run = async (timer, context) =>
        {
            await bench.NoteAsync(timer, context);
            throw new InvalidOperationException("a run that fails");
        };
        bench.Start(EveryMinute);

        await bench.Clock.PassAsync();
        await bench.Clock.PassAsync();

        Assert.Equal(["12:01:00", "12:02:00"], await bench.Diary.NextAsync(2));
        Assert.Contains(bench.Log.Lines, line => line.StartsWith("Error 9101: Timer Plain failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timer_GoesOn_WhenItsInstantPasses_BetweenTwoReadsOfTheClock()
    {
        await using var bench = new TimerBench();
        bench.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(25);
        bench.Start(EveryMinute);

        for (var runs = 0; runs < 20;)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Assert.False(bench.HasEnded);
            bench.Clock.GetUtcNow();        // wakes whoever waits
            runs += bench.Diary.TryNext(out _) ? 1 : 0;
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Timer_RunsAtStartup_WhenItAsksForIt()
    {
        await using var bench = new TimerBench("2026-11-22T12:10:00Z");
        bench.Start(Hourly, "AtStartup");

        Assert.Equal("12:10:00", await bench.Diary.NextAsync());
    }

    [Theory]
    [InlineData("Plain", new double[0])]
    [InlineData("Fixed", new[] { 5.0, 5 })]
    [InlineData("Growing", new[] { 10.0, 20, 30, 50 })]        // the first exactly, the rest by a factor of 0.8 to 1.2
    public async Task RetryPolicies_RunAgain_WithinTheInvocation(string function, double[] delays)
    {
        await using var bench = new TimerBench();
        bench.Script.Run = (_, context) =>
        {
            bench.Diary.Write($"retry {context.RetryContext.RetryCount} of {context.RetryContext.MaxRetryCount}");
            throw new InvalidOperationException("a run that fails");
        };
        bench.Start(Hourly, function);
        await bench.Clock.PassAsync();

        foreach (var delay in delays)
        {
            Assert.InRange((await bench.Clock.PassAsync()).TotalSeconds, delay * 0.8, delay * 1.2);
        }

        await bench.Clock.NextWaitAsync();      // until it is due again
        var runs = delays.Length + 1;
        Assert.Equal(Enumerable.Range(0, runs).Select(count => $"retry {count} of {delays.Length}"), await bench.Diary.NextAsync(runs));
    }

    private static ScheduleStatus Status(string last, string next) => new() { Last = At(last), Next = At(next), LastUpdated = At(last) };

    private static DateTime At(string time) =>
        DateTime.Parse($"2026-11-22T{time}:00Z", null, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
