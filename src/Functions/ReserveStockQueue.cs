using Microsoft.Azure.Functions.Worker;
using ShipBy.Application.Stock;
using ShipBy.Domain.Stock;

namespace ShipBy.Functions;

/// <summary>Holds stock for the waiting orders of the pool that the message names.</summary>
public sealed class ReserveStockQueue(ReserveStock reserveStock)
{
    [Function(nameof(ReserveStock))]
    public Task RunAsync([QueueTrigger("reserve-stock")] string pool, CancellationToken cancel) => reserveStock.RunAsync(PoolName.Parse(pool), cancel);
}
