using Microsoft.Extensions.Logging;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stock;

/// <summary>Holds stock for all waiting orders of a pool, many in one commit. Out of stock is an outcome, not an error.</summary>
public sealed class ReserveStock(ILedger ledger, PoolLease lease, ListStock listStock, TimeProvider clock, ILogger<ReserveStock> log)
{
    /// <value>Times others may be faster before the work is left to the next ring.</value>
    private const int Patience = 10;

    /// <value>Waiting orders decided together, the lease's row included: one page of the store.</value>
    private const int AtOnce = 1_000;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        await using var turn = await lease.EnterAsync(pool, cancel);
        var stock = new KnownStock();
        var passedOver = new HashSet<OrderKey>();
        var (range, most, refused) = (KeyRange.Work, AtOnce, 0);
        while (refused < Patience)
        {
            var work = await ledger.RangeAsync(pool, range, AtOnce, cancel);
            var waiting = work.Where(stored => stored.Row is WaitingRow row && !passedOver.Contains(row.Order.Key)).ToDictionary(stored => stored.Order().Key);
            if (waiting.Count == 0)
            {
                return;
            }

            if (range == KeyRange.Work && !turn.IsFree(work.FirstOrDefault(stored => stored.Row is LeaseRow)))
            {
                if (!await turn.PauseAsync(cancel))
                {
                    break;
                }
            }
            else if (await HoldAsync(pool, turn, waiting, stock, most, goesOn: work.Count == AtOnce, cancel) is { } stuck)
            {
                // Smaller batches find the order that is in somebody else's hands; alone, it is left to the next run, and the others go on.
                passedOver.UnionWith(stuck.IsContested && most == 1 ? stuck.Orders : []);
                (stock, range, most, refused) = (new KnownStock(), KeyRange.Work, stuck.IsContested ? Math.Max(1, stuck.Orders.Count / 2) : most, refused + 1);
                await turn.PauseAsync(cancel);
            }
            else if (work.Count < AtOnce)
            {
                return;
            }
            else
            {
                range = KeyRange.Work.After(work[^1].Row.Key);
            }
        }

        GuardLog.GaveWay(log, pool.Value, refused);
    }

    /// <returns>Null when all are answered; else the batch where somebody else was faster or an answer got lost: look again.</returns>
    private async Task<Stuck?> HoldAsync(
        PoolName pool, PoolTurn turn, IReadOnlyDictionary<OrderKey, Stored> waiting, KnownStock stock, int most, bool goesOn, CancellationToken cancel)
    {
        Sku[] wanted = [.. Shelf.SkusOf(waiting.Values.SelectMany(stored => stored.Order().Lines)).Where(sku => !stock.Knows(sku))];
        stock.Add(await ledger.StockAsync(pool, wanted, cancel));
        var listing = await listStock.RunAsync(pool, turn, [.. wanted.Where(sku => !stock.Knows(sku))], cancel);
        if (listing.LookAgain)
        {
            return new Stuck([.. waiting.Keys], IsContested: false);
        }

        stock.Add(listing.Opened);
        var answerable = listing.IsAnswered ? waiting : waiting.Where(order => Shelf.SkusOf(order.Value.Order().Lines).All(stock.Knows)).ToDictionary();
        var batches = ReservationBatch.Pack(answerable, stock.Shelf, most, clock.Now());
        foreach (var (index, batch) in batches.Index())
        {
            var more = goesOn || index < batches.Count - 1;
            var commit = new CommitSet().With([.. batch.Changes, .. stock.ChangesTo(batch)]);
            var outcome = await turn.TryCommitAsync(commit, more, cancel);
            stock.Follow(commit, outcome);
            if (!outcome.IsCommitted)
            {
                return new Stuck(batch.Orders, IsContested: true);
            }

            GuardLog.Reserved(log, pool.Value, batch.Held, batch.Orders.Count - batch.Held);
            if (more && !batch.Touched.All(stock.Knows))
            {
                return new Stuck([.. waiting.Keys.Except(batch.Orders)], IsContested: false);
            }
        }

        return null;
    }

    private sealed record Stuck(IReadOnlyCollection<OrderKey> Orders, bool IsContested);
}
