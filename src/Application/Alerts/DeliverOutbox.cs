using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Days;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Offers;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Application.Shipping;
using ShipBy.Application.Stock;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>The second way out of the house, beside the queue: what waits to be said is said, the day is told at its hours, who waits for stock gets another look, shops are told what was shipped and what there is to sell, what is over moves to the history.</summary>
public sealed class DeliverOutbox(
    Pools pools, ILedger ledger, SendNotices sendNotices, ReserveStock reserveStock, CarryOutInstructions carryOut, OfferStock offerStock, MoveClosed moveClosed, TellTheDay tellTheDay, ISelfWatch selfWatch, GuardOptions options, TimeProvider clock, ILogger<DeliverOutbox> log)
{
    private const int LeaseAndFirst = 2;

    public async Task RunAsync(CancellationToken cancel)
    {
        await tellTheDay.RunAsync(cancel);
        await Task.WhenAll(pools.All.Select(async pool =>
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
        await selfWatch.RunAsync(Trigger.DeliverOutbox, cancel);
    }

    private async Task DeliverAsync(PoolName pool, CancellationToken cancel)
    {
        await sendNotices.RunAsync(pool, cancel);

        if (await WaitsForAnotherLookAsync(pool, cancel))
        {
            await reserveStock.RunAsync(pool, cancel);
        }

        await carryOut.RunAsync(pool, cancel);
        await offerStock.RunAsync(pool, cancel);
        await moveClosed.RunAsync(pool, cancel);
    }

    /// <remarks>
    /// The ring that came with returned stock may have got lost, and nothing else would look at a short order again. A new order's ring may lie hidden for ten
    /// minutes behind an instance that died over it; one rung anew would wait until an idle queue is looked into.
    /// </remarks>
    private async Task<bool> WaitsForAnotherLookAsync(PoolName pool, CancellationToken cancel)
    {
        var first = await ledger.RangeAsync(pool, KeyRange.Work, LeaseAndFirst, cancel);
        return first.Select(stored => stored.Row).OfType<WaitingRow>().FirstOrDefault()?.Order is { } order
            && (order.State == OrderState.OutOfStock || order.TakenAt + Duration.FromTimeSpan(options.RingAgainAfter) < clock.Now());
    }
}
