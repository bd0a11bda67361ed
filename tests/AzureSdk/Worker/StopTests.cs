using Microsoft.Azure.Functions.Worker.Local.Queues;

namespace ShipBy.AzureSdk.Tests.Worker;

public class StopTests
{
    [Fact]
    public async Task Line7_Stop_CancelsTheToken_AwaitsTheRun_AndStillDeletes()
    {
        await using var bench = new QueueBench();
        var (begun, mayEnd) = (new TaskCompletionSource<CancellationToken>(), new TaskCompletionSource());
        bench.Handler = (_, cancel) =>
        {
            begun.SetResult(cancel);
            return mayEnd.Task;
        };
        bench.Queue.Add("order");
        bench.Start();
        var token = await begun.Task;

        var stopped = bench.StopAsync();

        Assert.True(token.IsCancellationRequested);
        Assert.False(stopped.IsCompleted);
        mayEnd.SetResult();
        await stopped;
        Assert.Empty(bench.Queue.Bodies);
    }

    [Fact]
    public async Task Line7_Stop_LetsAMessageWhoseRunGaveUp_BeSeenAgain()
    {
        await using var bench = new QueueBench();
        var begun = new TaskCompletionSource();
        bench.Handler = (_, cancel) =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        };
        bench.Queue.Add("order");
        bench.Start();
        await begun.Task;

        await bench.StopAsync();

        Assert.Single(await bench.Queue.ReceiveAsync(1, QueueSettings.Hidden, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Line7_Drain_TakesNothingNew_AndLetsTheRunEndUncancelled()
    {
        await using var bench = new QueueBench { Settings = new QueueSettings { BatchSize = 1, NewBatchThreshold = 0 } };
        var (begun, mayEnd) = (new TaskCompletionSource<CancellationToken>(), new TaskCompletionSource());
        bench.Handler = (_, cancel) =>
        {
            begun.SetResult(cancel);
            return mayEnd.Task;
        };
        bench.Queue.Add("first", "second");
        bench.Start();
        var token = await begun.Task;

        bench.Life.Drain();
        mayEnd.SetResult();
        await bench.Queue.CalledAsync("delete m1");

        Assert.False(token.IsCancellationRequested);
        await bench.StopAsync();
        Assert.Equal(["second"], bench.Queue.Bodies);
    }

    [Fact]
    public async Task Line7_AHardKill_SettlesNothing()
    {
        await using var bench = new QueueBench();
        var begun = new TaskCompletionSource();
        bench.Handler = (_, cancel) =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        };
        bench.Queue.Add("order");
        bench.Queue.Refuse = call => call is "exists" or "receive" ? null : new OperationCanceledException("the process is gone");
        bench.Start();
        await begun.Task;

        bench.Life.Cut();
        await bench.StopAsync();

        Assert.Equal(1, bench.Queue.CountOf("m1"));
        // Hidden for the rest of its ten minutes.
        Assert.Empty(await bench.Queue.ReceiveAsync(1, QueueSettings.Hidden, TestContext.Current.CancellationToken));
    }
}
