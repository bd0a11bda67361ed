using Microsoft.Extensions.Logging;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stock;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Alerts;

/// <summary>The second way out of the house, beside the queue: what waits to be said is said, who waits for stock gets another look, what is over moves to the history.</summary>
public sealed class DeliverOutbox(
    Pools pools, ILedger ledger, SendMails sendMails, ReserveStock reserveStock, MoveClosed moveClosed, ILogger<DeliverOutbox> log)
{
    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(pools.All.Select(async pool =>
    {
        try
        {
            await DeliverAsync(pool, cancel);
        }
        catch (LedgerUnreachableException silence)
        {
            GuardLog.LedgerSilent(log, pool.Value, silence.Message);
        }
    }));

    private async Task DeliverAsync(PoolName pool, CancellationToken cancel)
    {
        await sendMails.RunAsync(pool, cancel);

        // The ring that came with returned stock may have got lost, and nothing else would look at a short order again.
        if ((await ledger.RangeAsync(pool, KeyRange.OutOfStock, 1, cancel)).Count > 0)
        {
            await reserveStock.RunAsync(pool, cancel);
        }

        await moveClosed.RunAsync(pool, cancel);
    }
}
