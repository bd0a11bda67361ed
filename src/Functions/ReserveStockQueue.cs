using Microsoft.Azure.Functions.Worker;
using ShipBy.Application.Doorbell;
using ShipBy.Domain.Stock;

namespace ShipBy.Functions;

/// <summary>Holds stock for the waiting orders of the pool that the message names.</summary>
public sealed class ReserveStockQueue(AnswerBell answerBell)
{
    [Function("ReserveStock")]
    public Task RunAsync([QueueTrigger("reserve-stock")] string pool, CancellationToken cancel) => answerBell.RunAsync(Bell.ReserveStock, PoolName.Parse(pool), cancel);
}
