using Azure;
using Microsoft.Azure.Functions.Worker.Local.Queues;

namespace ShipBy.AzureSdk.Tests.Worker;

public class QueueListenerTests
{
    [Theory]
    [InlineData(4, 2, 20)]
    [InlineData(1, 0, 5)]       // strictly one at a time
    [InlineData(16, 8, 60)]     // as in host.json
    public async Task Line1_Parallelism_RefillsExactlyAtTheThreshold_AndNeverExceedsBatchPlusThreshold(int batch, int threshold, int messages)
    {
        await using var bench = new QueueBench { Settings = new QueueSettings { BatchSize = batch, NewBatchThreshold = threshold } };
        var (begun, mayEnd) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        var (gate, running, most, atPoll) = (new Lock(), 0, 0, new List<int>());
        bench.Handler = async (_, _) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }

            begun.Release();
            await mayEnd.WaitAsync(CancellationToken.None);
            lock (gate)
            {
                running--;
            }
        };
        bench.Queue.Refuse = call =>
        {
            lock (gate)
            {
                atPoll.AddRange(call == "receive" ? [running] : []);
            }

            return null;
        };
        bench.Queue.Add([.. Enumerable.Range(1, messages).Select(number => $"order {number}")]);

        bench.Start();
        var (inFlight, waiting) = (0, messages);
        while (inFlight + waiting > 0)
        {
            if (inFlight <= threshold && waiting > 0)
            {
                await bench.Queue.CalledAsync("receive");
                var taken = Math.Min(batch, waiting);
                (inFlight, waiting) = (inFlight + taken, waiting - taken);
                for (var i = 0; i < taken; i++)
                {
                    await begun.WaitAsync(TestContext.Current.CancellationToken);
                }
            }

            mayEnd.Release();
            await bench.Queue.CalledAsync("delete");
            inFlight--;
        }

        Assert.InRange(most, batch, batch + threshold);
        Assert.Equal([0, .. Enumerable.Repeat(threshold, (messages - 1) / batch)], atPoll.Take(((messages - 1) / batch) + 1));
    }

    [Fact]
    public async Task Line2_EmptyPolls_WaitLongerAndLonger_ResetByAHit()
    {
        await using var bench = new QueueBench();
        bench.Start();

        var silence = new List<double>();
        for (var i = 0; i < 14; i++)
        {
            silence.Add((await bench.Clock.PassAsync()).TotalSeconds);
        }

        double[] expected = [0.1, 0.2, 0.3, 0.5, 0.9, 1.7, 3.3, 6.5, 12.9, 25.7, 51.3];
        Assert.All(silence.Zip(expected), pair => Assert.InRange(pair.First, (0.1 + ((pair.Second - 0.1) * 0.8)) - 0.001, (0.1 + ((pair.Second - 0.1) * 1.2)) + 0.001));
        Assert.Equal([60, 60], silence[^2..]);

        var last = await bench.Clock.NextWaitAsync();
        bench.Queue.Add("order");
        bench.Clock.Advance(last);
        await bench.Queue.CalledAsync("delete");
        var afterHit = await NextPollDelayAsync(bench);

        Assert.Equal(0.1, afterHit.TotalSeconds, 3);
    }

    [Fact]
    public async Task Line2_AnEnqueueInThisProcess_CutsTheWaitShort()
    {
        await using var bench = new QueueBench();
        bench.Start();
        await bench.Clock.NextWaitAsync();
        bench.Queue.Add("order");

        bench.Bell.Ring("ORDERS");

        await bench.Queue.CalledAsync("delete");        // and the clock has not moved
    }

    [Theory]
    [InlineData(404, "QueueNotFound")]
    [InlineData(409, "QueueBeingDeleted")]
    [InlineData(503, "ServerBusy")]
    public async Task Line2_StorageErrors_TakeTheSameDelays_AndStopNothing(int status, string code)
    {
        await using var bench = new QueueBench();
        bench.Queue.Add("order");
        bench.Queue.Refuse = call => call == "receive" ? new RequestFailedException(status, code, code, null) : null;
        bench.Start();

        var delays = new[] { await bench.Clock.PassAsync(), await bench.Clock.PassAsync(), await bench.Clock.NextWaitAsync() };
        bench.Queue.Refuse = _ => null;
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Queue.CalledAsync("delete");

        Assert.Equal(0.1, delays[0].TotalSeconds, 3);
        Assert.InRange(delays[2].TotalSeconds, 0.26, 0.34);
    }

    [Fact]
    public async Task Line2_AMissingQueue_IsAskedForAgain_AndNeverAnError()
    {
        await using var bench = new QueueBench();
        bench.Queue.Exists = false;
        bench.Start();
        await bench.Clock.PassAsync();
        await bench.Clock.NextWaitAsync();

        Assert.Equal(["exists", "exists"], bench.Queue.Calls);
        Assert.Empty(bench.Log.Lines);
    }

    /// <summary>Handled messages wait on the same clock for their renewal; those waits are not the listener's.</summary>
    private static async Task<TimeSpan> NextPollDelayAsync(QueueBench bench)
    {
        while (true)
        {
            if (await bench.Clock.NextWaitAsync() is var wait && wait != QueueSettings.Hidden / 2)
            {
                return wait;
            }
        }
    }
}
