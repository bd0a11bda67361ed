using Microsoft.Azure.Functions.Worker;
using ShipBy.Application.Doorbell;
using ShipBy.Domain.Stock;

namespace ShipBy.Functions;

/// <summary>Sends the warnings of the pool that the message names.</summary>
public sealed class DeadlineWarningsQueue(AnswerBell answerBell)
{
    [Function("DeadlineWarnings")]
    public Task RunAsync([QueueTrigger("deadline-warnings")] string pool, CancellationToken cancel) => answerBell.RunAsync(Bell.DeadlineWarnings, PoolName.Parse(pool), cancel);
}
