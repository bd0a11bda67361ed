using Azure;
using Microsoft.Azure.Functions.Worker.Local.Queues;

namespace ShipBy.AzureSdk.Tests.Worker;

public class MessageLifeTests
{
    private static readonly QueueSettings HalfAMinute = new() { VisibilityTimeout = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task Line3_AfterAFailure_TheMessageIsSeenAgain_AtTheDelayOfHostJson()
    {
        await using var bench = new QueueBench { Settings = HalfAMinute, Handler = Fail };
        bench.Queue.Add("order");
        await bench.HandleNextAsync();

        bench.Clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.Empty(await ReceiveAsync(bench));

        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(2, (await ReceiveAsync(bench)).Single().DequeueCount);
    }

    [Fact]
    public async Task Line3_AfterAKill_TheMessageIsSeenAgain_At600Seconds()
    {
        await using var bench = new QueueBench { Settings = HalfAMinute };
        bench.Queue.Add("order");
        await ReceiveAsync(bench);      // taken, and then nothing ever happens to it

        bench.Clock.Advance(TimeSpan.FromSeconds(599.9));
        Assert.Empty(await ReceiveAsync(bench));

        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(2, (await ReceiveAsync(bench)).Single().DequeueCount);
    }

    [Fact]
    public async Task Line3_ALongRun_IsRenewedEach300Seconds_AndItsCountStays()
    {
        await using var bench = new QueueBench();
        var mayEnd = new TaskCompletionSource();
        bench.Handler = (_, _) => mayEnd.Task;
        bench.Queue.Add("order");
        var handled = bench.HandleNextAsync();

        for (var i = 0; i < 4; i++)     // 20 minutes: twice the time it was hidden for
        {
            Assert.Equal(TimeSpan.FromSeconds(300), await bench.Clock.PassAsync());
            await bench.Queue.CalledAsync("hide m1 00:10:00");
            Assert.Empty(await ReceiveAsync(bench));
        }

        Assert.Equal(1, bench.Queue.CountOf("m1"));
        mayEnd.SetResult();
        await handled;
        Assert.Empty(bench.Queue.Bodies);       // deleted with the newest receipt
    }

    [Fact]
    public async Task Line3_ARenewalThatStorageRefuses_IsTriedAgainSooner()
    {
        await using var bench = new QueueBench();
        var mayEnd = new TaskCompletionSource();
        bench.Handler = (_, _) => mayEnd.Task;
        bench.Queue.Add("order");
        bench.Queue.Refuse = call => call.StartsWith("hide", StringComparison.Ordinal) ? new RequestFailedException(503, "busy") : null;
        var handled = bench.HandleNextAsync();

        var waits = new List<TimeSpan>();
        while (waits.Count < 4)
        {
            waits.Add(await bench.Clock.PassAsync());
        }

        mayEnd.SetResult();
        await handled;

        Assert.Equal([300, 150, 75, 60], waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Line4_FiveFailures_MakeAPoisonCopy_ThenDelete()
    {
        var runs = 0;
        await using var bench = new QueueBench { Handler = (_, _) => Fail(runs++) };
        bench.Queue.Add("order");

        for (var i = 0; i < 5; i++)
        {
            await bench.HandleNextAsync();
        }

        Assert.Equal(5, runs);
        Assert.Equal(["order"], bench.Poison!.Bodies);
        Assert.Empty(bench.Queue.Bodies);
    }

    [Fact]
    public async Task Line4_ACrashBetweenCopyAndDelete_LeavesBoth()
    {
        await using var bench = new QueueBench { Settings = new QueueSettings { MaxDequeueCount = 1 }, Handler = Fail };
        bench.Queue.Add("order");
        bench.Queue.Refuse = call => call.StartsWith("delete", StringComparison.Ordinal) ? new IOException("killed") : null;

        await bench.HandleNextAsync();

        Assert.Equal(["order"], bench.Poison!.Bodies);
        Assert.Equal(["order"], bench.Queue.Bodies);
    }

    [Fact]
    public async Task Line4_ACountAboveTheMost_IsNotRun()
    {
        var runs = 0;
        await using var bench = new QueueBench { Settings = new QueueSettings { MaxDequeueCount = 1 }, Handler = (_, _) => Fail(runs++) };
        bench.Queue.Add("order");
        await ReceiveAsync(bench);
        bench.Clock.Advance(QueueSettings.Hidden);      // the process died over it

        await bench.HandleNextAsync();

        Assert.Equal(0, runs);
        Assert.Equal(["order"], bench.Poison!.Bodies);
        Assert.Empty(bench.Queue.Bodies);
    }

    [Fact]
    public async Task Line4_ABodyThatCannotBeDecoded_GoesToPoisonUnchanged_WithoutARun()
    {
        var runs = 0;
        await using var bench = new QueueBench { Handler = (_, _) => Fail(runs++) };
        bench.Queue.Add("unreadable");

        await bench.HandleNextAsync();

        Assert.Equal(0, runs);
        Assert.Equal(["unreadable"], bench.Poison!.Bodies);
    }

    [Theory]
    [InlineData("orders-poison")]
    [InlineData("a-name-of-fifty-seven-characters-which-is-one-too-many-xx")]        // with the suffix it would be 64
    public async Task Line5_AQueueWithoutAPoisonQueue_KeepsItsMessages_HiddenForTenMinutes(string name)
    {
        var runs = 0;
        await using var bench = new QueueBench(name) { Settings = HalfAMinute with { MaxDequeueCount = 2 }, Handler = (_, _) => Fail(runs++) };
        bench.Queue.Add("order");

        for (var i = 0; i < 4; i++)
        {
            await bench.HandleNextAsync();
            bench.Clock.Advance(TimeSpan.FromSeconds(599));
            Assert.Empty(await ReceiveAsync(bench));
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, runs);      // above the count it is not even run, and never goes away
        Assert.Equal(["order"], bench.Queue.Bodies);
    }

    [Fact]
    public async Task Line6_ADeleteWithAStaleReceipt_IsSwallowed()
    {
        await using var bench = new QueueBench();
        var effects = 0;
        bench.Handler = async (_, _) =>
        {
            effects++;
            bench.Queue.Refuse = call => call.StartsWith("hide", StringComparison.Ordinal) ? new RequestFailedException(503, "busy") : null;
            bench.Clock.Advance(QueueSettings.Hidden);
            await ReceiveAsync(bench);      // another owner has it by now
        };
        bench.Queue.Add("order");

        await bench.HandleNextAsync();

        Assert.Equal(1, effects);
        Assert.Equal(["order"], bench.Queue.Bodies);
        Assert.DoesNotContain(bench.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Task Fail(ReceivedMessage message, CancellationToken cancel) => Fail(0);

    private static Task Fail(int run) => Task.FromException(new InvalidOperationException($"run {run} fails"));

    private static Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(QueueBench bench) => bench.Queue.ReceiveAsync(32, QueueSettings.Hidden, default);
}
