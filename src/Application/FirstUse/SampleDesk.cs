using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.FirstUse;

/// <summary>Fills an empty desk with something to try out, and takes all of it away again.</summary>
public sealed class SampleDesk(ILedger ledger, Pools pools, GuardOptions options, TimeProvider clock)
{
    private const int Patience = 8;

    /// <value>A commit takes no more.</value>
    private const int AtOnce = 100;

    public async Task<bool> IsThereAsync(CancellationToken cancel) => (await ledger.RangeAsync(SampleShop.Pool, KeyRange.Everything, 1, cancel)).Count > 0;

    /// <summary>Puts it there, in one commit; what an earlier one left goes first. Where it is whole already, its deadlines begin anew.</summary>
    /// <param name="language">As it is spoken on the desk.</param>
    /// <returns>False on a desk that has shops, and when others kept writing at the same moment.</returns>
    public async Task<bool> FillAsync(string language, CancellationToken cancel)
    {
        var now = clock.Now();
        var today = now.InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).Date;
        return pools.IsEmpty
            && await RemoveAsync(cancel)
            && (await ledger.TryCommitAsync(SampleShop.Pool, new CommitSet().With([.. SampleRows.At(now, today, language).Select(row => new RowChange.Insert(row))]), cancel)).IsCommitted;
    }

    /// <summary>Takes all of it away, with what was done to it. Broken off, the next call goes on.</summary>
    /// <returns>False when others kept writing at the same moment: ask again.</returns>
    public async Task<bool> RemoveAsync(CancellationToken cancel) =>
        (IsARealName || await RemoveTracesAsync(cancel)) && await RemoveAsync(SampleShop.Pool, KeyRange.Everything, _ => true, cancel);      // its own pool last: by it one sees that something is left

    private bool IsARealName => pools.Shops.Any(shop => shop.Name == SampleShop.Name);

    /// <summary>What stands among the desk's own rows.</summary>
    private async Task<bool> RemoveTracesAsync(CancellationToken cancel) =>
        await RemoveAsync(DeskPool.Name, KeyRange.Batches, row => row is BatchRow { Batch.Items: var items } && items.Any(item => item.Order.Shop == SampleShop.Name), cancel)
        && await KeepRow.AsAsync(ledger, RowKey.Checklist(SampleShop.Name), row: null, cancel);

    private async Task<bool> RemoveAsync(PoolName pool, KeyRange range, Func<LedgerRow, bool> isOurs, CancellationToken cancel)
    {
        for (var (refused, left) = (0, range); refused < Patience;)
        {
            var rows = await ledger.RangeAsync(pool, left, AtOnce, cancel);
            if (rows.Count == 0)
            {
                return true;
            }

            RowChange[] gone = [.. rows.Where(stored => isOurs(stored.Row)).Select(stored => new RowChange.Delete(stored.Row.Key, stored.Version))];
            if (gone.Length == 0 || (await ledger.TryCommitAsync(pool, new CommitSet().With(gone), cancel)).IsCommitted)
            {
                left = left.After(rows[^1].Row.Key);
            }
            else
            {
                refused++;
            }
        }

        return false;
    }
}
