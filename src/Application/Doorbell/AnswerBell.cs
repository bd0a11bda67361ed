using ShipBy.Application.Alerts;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Stock;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Doorbell;

/// <summary>Does what a queue message asks for. A queue that is at work also notices timers that are not.</summary>
public sealed class AnswerBell(ReserveStock reserveStock, SendNotices sendNotices, ISelfWatch selfWatch)
{
    public async Task RunAsync(Bell bell, PoolName pool, CancellationToken cancel)
    {
        if (pool == SampleShop.Pool)
        {
            return;     // nobody is told of what is made up
        }

        await (bell switch
        {
            Bell.ReserveStock => reserveStock.RunAsync(pool, cancel),
            Bell.DeadlineWarnings => sendNotices.RunAsync(pool, cancel),
            _ => throw new InvalidOperationException($"No step is written for {bell}."),
        });
        await selfWatch.RunAsync(Trigger.Queue, cancel);
    }
}
