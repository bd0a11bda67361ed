using Microsoft.Azure.Functions.Worker;
using ShipBy.Application.Stock;
using ShipBy.Domain.Stock;

namespace ShipBy.Bench.Tests.Figures;

/// <summary>The app's queue function once more: the driver looks for functions in the program that runs, and that is the test.</summary>
public sealed class ReserveRing(ReserveStock reserveStock)
{
    [Function("ReserveStock")]
    public Task RunAsync([QueueTrigger("reserve-stock")] string pool, CancellationToken cancel) => reserveStock.RunAsync(PoolName.Parse(pool), cancel);
}
