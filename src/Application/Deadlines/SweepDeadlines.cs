using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Application.Transit;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Deadlines;

/// <summary>Looks at every order whose instant has come, and rings again for work whose ring got lost.</summary>
/// <remarks>Reads what is due and nothing else: its cost follows the due rows, not the open orders.</remarks>
public sealed class SweepDeadlines(
    ILedger ledger, PoolLease lease, Pools pools, WatchConsignments watchConsignments, IDoorbell doorbell, Ladder ladder, NoticeRows notices, ISelfWatch selfWatch, GuardOptions options, TimeProvider clock, ILogger<SweepDeadlines> log)
{
    private const int AtOnce = 200;

    /// <value>Times others may be faster before the rest is left to the next sweep.</value>
    private const int Patience = 8;

    public async Task RunAsync(CancellationToken cancel)
    {
        await Task.WhenAll(pools.All.Select(async pool =>
        {
            try
            {
                await SweepAsync(pool, cancel);
            }
            catch (LedgerUnreachableException silence)
            {
                GuardLog.LedgerSilent(log, pool.Value, silence.Message);
            }
        }));
        await selfWatch.RunAsync(Trigger.SweepDeadlines, cancel);
    }

    private async Task SweepAsync(PoolName pool, CancellationToken cancel)
    {
        var now = clock.Now();
        var warned = await DecideAsync(pool, now, cancel);
        if (warned > 0)
        {
            GuardLog.WarningsDecided(log, pool.Value, warned);
        }

        warned += await watchConsignments.RunAsync(pool, cancel);
        var patience = Duration.FromTimeSpan(options.RingAgainAfter);
        var open = await ledger.RangeAsync(pool, KeyRange.OpenNotices, 1, cancel);
        if (warned > 0 || open is [{ Row: NoticeRow first }] && (first.Notice.HeldUntil ?? first.Notice.CreatedAt) + patience < now)
        {
            await doorbell.RingAsync(Bell.DeadlineWarnings, pool, cancel);
        }

        if (await ledger.RangeAsync(pool, KeyRange.Pending, 1, cancel) is [{ Row: WaitingRow waiting }] && waiting.Order.TakenAt + patience < now)
        {
            await doorbell.RingAsync(Bell.ReserveStock, pool, cancel);
        }
    }

    private async Task<int> DecideAsync(PoolName pool, Instant now, CancellationToken cancel)
    {
        var due = await ledger.RangeAsync(pool, KeyRange.DueBy(now), AtOnce, cancel);
        return due.Count == 0 ? 0 : await DecideAsync(pool, due, now, cancel);
    }

    private async Task<int> DecideAsync(PoolName pool, IReadOnlyList<Stored> due, Instant now, CancellationToken cancel)
    {
        await using var turn = await lease.EnterAsync(pool, cancel);
        var (warned, refused, size) = (0, 0, AtOnce);
        for (; due.Count > 0; due = await ledger.RangeAsync(pool, KeyRange.DueBy(now), size, cancel))
        {
            if (refused == Patience || !await turn.WaitAsync(cancel))
            {
                GuardLog.GaveWay(log, pool.Value, refused);
                break;
            }

            var orders = await ledger.OrdersAsync(pool, [.. due.Select(stored => ((DueRow)stored.Row).Order)], cancel);
            var sweep = SweepCommit.Decide(due, orders, ladder, notices, now);
            if (sweep.Set.IsEmpty)
            {
                break;
            }

            if ((await turn.TryCommitAsync(sweep.Set, more: false, cancel)).IsCommitted)
            {
                warned += sweep.Warned;
            }
            else
            {
                refused++;
                size = Math.Max(1, Math.Min(size, due.Count) / 2);      // one order that somebody else holds must not keep the others waiting
                await turn.PauseAsync(cancel);
            }
        }

        return warned;
    }
}
