using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using ShipBy.Application;
using ShipBy.Application.Doorbell;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Queues;

/// <summary>Rings by a queue message that holds the pool's name and nothing else.</summary>
public sealed class QueueDoorbell(QueueServiceClient queues, ILogger<QueueDoorbell> log) : IDoorbell
{
    public async Task RingAsync(Bell bell, PoolName pool, CancellationToken cancel)
    {
        try
        {
            var queue = queues.GetQueueClient(NameOf(bell));
            try
            {
                await queue.SendMessageAsync(pool.Value, cancel);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                await queue.CreateIfNotExistsAsync(metadata: null, cancel);
                await queue.SendMessageAsync(pool.Value, cancel);
            }
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or IOException)
        {
            GuardLog.RingLost(log, pool.Value, failure is RequestFailedException { ErrorCode: { } code } ? code : failure.GetType().Name);
        }
    }

    /// <summary>The queue of a bell; the names that the queue functions listen on.</summary>
    public static string NameOf(Bell bell) => bell switch
    {
        Bell.ReserveStock => "reserve-stock",
        Bell.DeadlineWarnings => "deadline-warnings",
        _ => throw new InvalidOperationException($"No queue is named for {bell}."),
    };
}
