using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Reconciling;

/// <summary>Reads a whole pool under its turn, so that neither holds nor places in the indexes move meanwhile.</summary>
internal sealed class PoolReader(ILedger ledger, PoolName pool, PoolTurn turn)
{
    /// <value>Rows after which the turn is kept anew: five requests, far less than a lease lasts.</value>
    private const int AtOnce = 5_000;

    /// <returns>Null when somebody else has the turn by now: nothing of what was read is to be trusted.</returns>
    public async Task<PoolReading?> ReadAsync(CancellationToken cancel) =>
        await KeepTurnAsync(cancel)
        && await AllAsync(KeyRange.Orders, cancel) is { } before
        && await AllAsync(KeyRange.AllDue, cancel) is { } due
        && await AllAsync(KeyRange.AllInstructions, cancel) is { } instructions
        && await AllAsync(KeyRange.Work, cancel) is { } work
        && await AllAsync(KeyRange.AllStock, cancel) is { } stock
        && await AllAsync(KeyRange.Orders, cancel) is { } orders
        && await AllAsync(KeyRange.Consignments, cancel) is { } parcelsBefore
        && await AllAsync(KeyRange.AllTransit, cancel) is { } looks
        && await AllAsync(KeyRange.Consignments, cancel) is { } parcels
            ? new PoolReading(before, [.. due, .. instructions], [.. work.Where(stored => stored.Row is WaitingRow)], stock, orders) { Parcels = new ParcelReading(parcelsBefore, looks, parcels) }
            : null;

    private async Task<IReadOnlyList<Stored>?> AllAsync(KeyRange range, CancellationToken cancel)
    {
        var all = new List<Stored>();
        while (true)
        {
            var page = await ledger.RangeAsync(pool, range, AtOnce, cancel);
            all.AddRange(page);
            if (page.Count < AtOnce)
            {
                return all;
            }

            if (!await KeepTurnAsync(cancel))
            {
                return null;
            }

            range = range.After(page[^1].Row.Key);
        }
    }

    private async Task<bool> KeepTurnAsync(CancellationToken cancel) => (await turn.TryCommitAsync(new CommitSet(), more: true, cancel)).IsCommitted;
}
