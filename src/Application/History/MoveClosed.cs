using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.History;

/// <summary>Moves what is over from the ledger to the history: closed orders with their journal, and mails that were said.</summary>
/// <remarks>
/// Copy, then delete. A crash between the two leaves both, and the next run copies the same again, which changes nothing. An order that the marketplace changes
/// after it has left comes back into the ledger and leaves again later; its copy and the day's totals follow.
/// </remarks>
public sealed class MoveClosed(ILedger ledger, CopyToHistory copy, GuardOptions options, TimeProvider clock, ILogger<MoveClosed> log)
{
    /// <value>Rows moved by one pair of commits; leaves room for the totals of as many days.</value>
    private const int AtOnce = CommitSet.MaxRows / 2;

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

    private static IEnumerable<IReadOnlyList<Stored>> Packed(IEnumerable<Stored> rows)
    {
        var (pack, weight) = (new List<Stored>(), 0);
        foreach (var row in rows)
        {
            if (pack.Count == AtOnce || pack.Count > 0 && weight + row.Row.Weight > CommitSet.MaxWeight / 2)
            {
                yield return pack;
                (pack, weight) = ([], 0);
            }

            pack.Add(row);
            weight += row.Row.Weight;
        }

        if (pack.Count > 0)
        {
            yield return pack;
        }
    }

    /// <remarks>Refused: one of them was changed while it was copied. Halves find it; it stays, and leaves with a later run.</remarks>
    private async Task MoveAsync(PoolName pool, IReadOnlyList<Stored> rows, CancellationToken cancel)
    {
        if (!await copy.RunAsync(pool, rows, cancel))
        {
            return;
        }

        var commit = new CommitSet().With([.. rows.Select(stored => new RowChange.Delete(stored.Row.Key, stored.Version))]);
        if ((await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted)
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
}
