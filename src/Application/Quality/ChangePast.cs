using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Quality;

/// <summary>Writes down what a person, or a file, says about an order, wherever it is: in the ledger, open or closed, or in the history.</summary>
/// <remarks>
/// An order that is just leaving is changed where it is found first: the ledger's row guards the move, which begins again then. One that comes back meanwhile brings
/// its older copy along; whatever was said of either is put together when it leaves again.
/// </remarks>
public sealed class ChangePast(ILedger ledger, HistoryStore history, DayRules rules, Pools pools, TimeProvider clock, MachineClock machine, Random random)
{
    /// <value>Times it is tried again.</value>
    private const int Patience = 10;

    /// <param name="change">What the order shall be; the same order where nothing is left to write. Pure: it may be asked several times, always of one and the same moment.</param>
    public async Task<ChangeOutcome> RunAsync(OrderKey order, Func<Instant, Order, Order> change, CancellationToken cancel) =>
        pools.OfShop(order.Shop) is { } pool ? await RunAsync(pool, order, change, cancel) : ChangeOutcome.Unknown;

    /// <inheritdoc cref="RunAsync(OrderKey, Func{Instant, Order, Order}, CancellationToken)"/>
    /// <param name="pool">Of the order's shop, where the shop itself is not set up.</param>
    public async Task<ChangeOutcome> RunAsync(PoolName pool, OrderKey order, Func<Instant, Order, Order> change, CancellationToken cancel)
    {
        var now = clock.Now();
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var commit = await ledger.FindAsync(pool, RowKey.Order(order), cancel) is { } here ? await HereAsync(pool, here, change, now, cancel)
                : await history.Rows.FindAsync(pool, RowKey.Order(order), cancel) is { } there ? await ThereAsync(pool, there, change, now, cancel)
                : null;
            if (commit is null)
            {
                return ChangeOutcome.Unknown;
            }

            if (commit is true)
            {
                return ChangeOutcome.Written;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(10, 50) * (attempt + 1)), machine.Time, cancel);
        }

        return ChangeOutcome.OthersAtWork;
    }

    private async Task<bool?> HereAsync(PoolName pool, Stored stored, Func<Instant, Order, Order> change, Instant now, CancellationToken cancel)
    {
        var order = stored.Order();
        var commit = new CommitSet().With([.. OrderWrite.Changes(stored, change(now, order).NotedSince(order, now))]);
        return commit.IsEmpty || (await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted;
    }

    /// <remarks>The order, its days and its row among the troubled ones change in one commit, under the version of each.</remarks>
    private async Task<bool?> ThereAsync(PoolName pool, Stored stored, Func<Instant, Order, Order> change, Instant now, CancellationToken cancel)
    {
        var order = stored.Order();
        var changed = change(now, order).NotedSince(order, now);
        if (changed == order)
        {
            return true;
        }

        var after = changed with { HasLeft = true };
        var trouble = await history.Rows.FindAsync(pool, TroubleWrite.KeyOf(rules, after), cancel);
        var there = trouble is null ? [] : new Dictionary<RowKey, Stored> { [trouble.Row.Key] = trouble };
        var commit = new CommitSet().With(
        [
            new RowChange.Replace(new OrderRow(after), stored.Version),
            .. TroubleWrite.Changes(rules, after, there),
            .. await DayCount.ChangesAsync(history, rules, pool, [(after, order)], cancel),
        ]);
        return (await history.Rows.TryCommitAsync(pool, commit, cancel)).IsCommitted;
    }
}

public enum ChangeOutcome
{
    /// <summary>It stands there now, or stood there already.</summary>
    Written,

    /// <summary>No shop, or no order, of that name.</summary>
    Unknown,

    /// <summary>It kept changing under us.</summary>
    OthersAtWork,
}
