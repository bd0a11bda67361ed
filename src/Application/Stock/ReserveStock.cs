using Microsoft.Extensions.Logging;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stock;

/// <summary>Holds stock for all waiting orders of a pool, many in one commit. Out of stock is an outcome, not an error.</summary>
public sealed class ReserveStock(ILedger ledger, ListStock listStock, TimeProvider clock, ILogger<ReserveStock> log)
{
    /// <value>Times others may be faster before the work is left to the next ring.</value>
    private const int Patience = 8;

    private const int AtOnce = 500;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        var refused = 0;
        var waiting = await WaitingAsync(pool, cancel);
        while (waiting.Count > 0 && refused < Patience)
        {
            Sku[] wanted = [.. waiting.Values.SelectMany(stored => stored.Order().Lines).Select(line => line.Sku).Distinct()];
            var stock = await ledger.StockAsync(pool, wanted, cancel);
            var listing = await listStock.RunAsync(pool, [.. wanted.Where(sku => !stock.ContainsKey(sku))], cancel);
            if (listing == StockListing.RowsOpened)
            {
                continue;
            }

            var answerable = waiting.Values.Where(stored => listing != StockListing.Unanswered || stored.Order().Lines.All(line => stock.ContainsKey(line.Sku)));
            var commit = ReservationCommit.Decide(answerable.ToDictionary(stored => stored.Order().Key), stock, clock.Now());
            if (commit.Set.IsEmpty)
            {
                return;         // all who wait are known to be short
            }

            if ((await ledger.TryCommitAsync(pool, commit.Set, cancel)).IsCommitted)
            {
                GuardLog.Reserved(log, pool.Value, commit.Held, commit.OutOfStock);
                waiting = waiting.Where(order => !commit.Answered.Contains(order.Key)).ToDictionary();
            }
            else
            {
                refused++;
                waiting = await WaitingAsync(pool, cancel);
            }
        }

        if (refused == Patience)
        {
            GuardLog.GaveWay(log, pool.Value, refused);
        }
    }

    /// <summary>Orders that nobody has looked at, and those that were short.</summary>
    private async Task<IReadOnlyDictionary<OrderKey, Stored>> WaitingAsync(PoolName pool, CancellationToken cancel)
    {
        var pending = await ledger.RangeAsync(pool, KeyRange.Pending, AtOnce, cancel);
        var outOfStock = await ledger.RangeAsync(pool, KeyRange.OutOfStock, AtOnce, cancel);
        HashSet<OrderKey> keys = [.. pending.Select(stored => ((PendingRow)stored.Row).Order), .. outOfStock.Select(stored => ((OutOfStockRow)stored.Row).Order)];
        var orders = await ledger.OrdersAsync(pool, keys, cancel);

        return orders.Where(order => keys.Contains(order.Key)).ToDictionary();
    }
}
