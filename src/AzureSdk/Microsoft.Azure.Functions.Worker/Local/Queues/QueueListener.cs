using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>
/// Polls one queue for one function, one request at a time. After a batch it asks again at once when no more than the threshold
/// is being handled, so at most batch size + threshold run together; when the queue is empty or refuses, it waits longer and longer.
/// </summary>
internal sealed class QueueListener(
    string function, IMessageQueue queue, MessageHandling handling, QueueSettings settings, Random random, QueueBell bell, TimeProvider clock, ILogger log)
    : IFunctionListener
{
    private readonly RandomizedBackoff _backoff = new(QueueSettings.MinPollingInterval, settings.MaxPollingInterval, random);
    private readonly HashSet<Task> _running = [];
    private bool _exists;

    public string Name => function;

    public async Task RunAsync(DriverLife life)
    {
        var (found, stopped) = (false, Task.Delay(Timeout.InfiniteTimeSpan, life.Polling));
        while (!life.Polling.IsCancellationRequested)
        {
            if (await TakeBatchAsync(life))
            {
                found = true;
                await RoomAsync(stopped);
            }
            else
            {
                await bell.WaitAsync(queue.Name, _backoff.Next(found), clock, life.Polling);
                found = false;
            }
        }

        await Task.WhenAll(_running);
    }

    private async Task<bool> TakeBatchAsync(DriverLife life)
    {
        try
        {
            _exists = _exists || await queue.ExistsAsync(life.Polling);
            var batch = _exists ? await queue.ReceiveAsync(settings.BatchSize, QueueSettings.Hidden, life.Settling) : [];
            _running.UnionWith(batch.Select(message => Task.Run(() => handling.HandleAsync(message, life))));

            return batch.Count > 0;
        }
        catch (Exception) when (life.Polling.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            _exists = false;
            DriverLog.PollFailed(log, e, queue.Name);
            return false;
        }
    }

    private async Task RoomAsync(Task stopped)
    {
        while (Busy() > settings.NewBatchThreshold && !stopped.IsCompleted)
        {
            await Task.WhenAny([stopped, .. _running]);
        }
    }

    private int Busy()
    {
        _running.RemoveWhere(task => task.IsCompleted);

        return _running.Count;
    }
}
