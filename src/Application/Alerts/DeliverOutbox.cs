using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stock;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Alerts;

/// <summary>The second way out of the house, beside the queue: what waits to be said is said, and who waits for stock gets another look.</summary>
public sealed class DeliverOutbox(Pools pools, ILedger ledger, SendMails sendMails, ReserveStock reserveStock)
{
    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(pools.All.Select(pool => DeliverAsync(pool, cancel)));

    private async Task DeliverAsync(PoolName pool, CancellationToken cancel)
    {
        await sendMails.RunAsync(pool, cancel);

        // The ring that came with returned stock may have got lost, and nothing else would look at a short order again.
        if ((await ledger.RangeAsync(pool, KeyRange.OutOfStock, 1, cancel)).Count > 0)
        {
            await reserveStock.RunAsync(pool, cancel);
        }
    }
}
