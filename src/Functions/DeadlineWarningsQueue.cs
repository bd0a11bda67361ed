using Microsoft.Azure.Functions.Worker;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Stock;

namespace ShipBy.Functions;

/// <summary>Sends the warnings of the pool that the message names.</summary>
public sealed class DeadlineWarningsQueue(SendNotices sendNotices)
{
    [Function("DeadlineWarnings")]
    public Task RunAsync([QueueTrigger("deadline-warnings")] string pool, CancellationToken cancel) => sendNotices.RunAsync(PoolName.Parse(pool), cancel);
}
