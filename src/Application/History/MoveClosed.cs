using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.History;

/// <summary>Moves what is over from the ledger to the history: closed orders with their journal, and mails that were said.</summary>
/// <remarks>
/// Copy, then delete. A crash between the two leaves both, and the next run copies the same again, which changes nothing. An order that the marketplace changes
/// after it has left comes back into the ledger and leaves again later; its copy and the day's totals follow. What its shop wants to know of the parcel stays behind,
/// in the commit by which the order leaves.
/// </remarks>
public sealed class MoveClosed(ILedger ledger, CopyToHistory copy, DayRules rules, Pools pools, GuardOptions options, TimeProvider clock, ILogger<MoveClosed> log)
{
    /// <value>Rows moved by one pair of commits at most: as many more are the days that orders count in, where their parcels stand, and those that went wrong.</value>
    private const int AtOnce = CommitSet.MaxRows / 2;

    /// <value>The row that is deleted, and the two of the parcel that is followed from then on.</value>
    private const int RowsWithAParcel = 3;

    private const int MostMails = 10_000;

    /// <value>The page shows today's mails: they stay at least so long.</value>
    private static readonly Duration MailsStay = Duration.FromDays(2);

    private readonly ConcurrentDictionary<PoolName, Instant> _nextLook = new();

    /// <summary>Looks for what may leave, now and then: looking reads the whole ledger.</summary>
    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        var (now, keep) = (clock.Now(), Duration.FromTimeSpan(options.KeepClosedFor));
        if (_nextLook.TryGetValue(pool, out var next) && now < next && next - now < keep)
        {
            return;
        }

        _nextLook[pool] = now + keep / 24;
        var orders = (await ledger.OrdersAsync(pool, cancel)).Values.Where(stored => stored.Order() is { Instruction: null or { LookAt: null } } order && order.ClosedAt <= now - keep);
        var mails = await ledger.RangeAsync(pool, KeyRange.SaidBefore(now - MailsStay), MostMails, cancel);
        foreach (var rows in Packed([.. orders.OrderBy(stored => stored.Order().ClosedAt), .. mails]))
        {
            await MoveAsync(pool, rows, cancel);
        }
    }

    private IEnumerable<IReadOnlyList<Stored>> Packed(IEnumerable<Stored> rows)
    {
        var (pack, weight, changes, copies, days) = (new List<Stored>(), 0, 0, 0, new HashSet<LocalDate>());
        foreach (var row in rows)
        {
            var (more, writes, itsDays) = (ParcelOf(row) is null ? 1 : RowsWithAParcel, CopyToHistory.RowsOf(row.Row), DaysOf(row));
            var copied = copies + writes + days.Union(itsDays).Count();
            if (pack.Count == AtOnce || pack.Count > 0 && (copied > CommitSet.MaxRows || changes + more > CommitSet.MaxRows || weight + row.Row.Weight > CommitSet.MaxWeight / 2))
            {
                yield return pack;
                (pack, weight, changes, copies, days) = ([], 0, 0, 0, []);
            }

            pack.Add(row);
            days.UnionWith(itsDays);
            weight += row.Row.Weight;
            changes += more;
            copies += writes;
        }

        if (pack.Count > 0)
        {
            yield return pack;
        }
    }

    private IReadOnlyCollection<LocalDate> DaysOf(Stored stored) => stored.Row is OrderRow row ? [.. rules.DaysOf(row.Order)] : [];

    /// <remarks>Refused: one of them was changed while it was copied. Halves find it; it stays, and leaves with a later run.</remarks>
    private async Task MoveAsync(PoolName pool, IReadOnlyList<Stored> rows, CancellationToken cancel)
    {
        var outcome = await copy.RunAsync(pool, rows, cancel);
        if (outcome == CopyOutcome.OthersAtWork)
        {
            return;
        }

        if (outcome == CopyOutcome.Copied && (await LeaveAsync(pool, rows, new Dictionary<OrderKey, Stored>(), cancel) || await LeaveAgainAsync(pool, rows, cancel)))
        {
            GuardLog.Moved(log, pool.Value, rows.Count(stored => stored.Row is OrderRow));
        }
        else if (rows.Count > 1)
        {
            foreach (var half in rows.Chunk((rows.Count + 1) / 2))
            {
                await MoveAsync(pool, half, cancel);
            }
        }
    }

    /// <summary>Parcels of orders that had left before are followed already. There are few such: they are looked for only after a refusal.</summary>
    private async Task<bool> LeaveAgainAsync(PoolName pool, IReadOnlyList<Stored> rows, CancellationToken cancel) =>
        await ledger.ConsignmentsAsync(pool, rows.Select(ParcelOf).OfType<Consignment>().Select(parcel => parcel.Order), cancel) is { Count: > 0 } there && await LeaveAsync(pool, rows, there, cancel);

    private async Task<bool> LeaveAsync(PoolName pool, IReadOnlyList<Stored> rows, IReadOnlyDictionary<OrderKey, Stored> there, CancellationToken cancel)
    {
        var now = clock.Now();
        var parcels = from parcel in rows.Select(ParcelOf).OfType<Consignment>()
                      let before = there.GetValueOrDefault(parcel.Order)
                      let joined = before?.Consignment().Joined(parcel) ?? parcel
                      from change in ConsignmentWrite.Changes(before, ConsignmentPolicy.Planned(joined, pools.TransitRulesOf(parcel.Order.Shop), now))
                      select change;
        var commit = new CommitSet().With([.. rows.Select(stored => new RowChange.Delete(stored.Row.Key, stored.Version)), .. parcels]);
        return (await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted;
    }

    /// <summary>The parcel that its shop wants to follow; null for mails, and for orders of which nothing is left to know.</summary>
    private Consignment? ParcelOf(Stored stored) => stored.Row is OrderRow row && pools.TransitRulesOf(row.Order.Key.Shop) is not null ? Consignment.Of(row.Order) : null;
}
