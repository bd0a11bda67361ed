using NodaTime;
using ShipBy.Application.Budgets;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>Brings the notices of a pool out of the house: resolves what a crash left half-sent, groups what is ready into one, sends it.</summary>
/// <remarks>
/// A notice goes <c>ready → sending → sent | undecided</c>, each step a commit, so that of several instances one sends. Until it is given to the channel it is
/// merged with others and stripped of what no longer holds; afterwards its words stay as they are, because its id stands for them.
/// </remarks>
public sealed class SendNotices(
    ILedger ledger, IAlertChannel channel, ILetterWriter letters, ResumeNotices resumeNotices, MailBudget budget, NoticeJournal journal, GuardOptions options, TimeProvider clock)
{
    private const int AtOnce = 100;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        await resumeNotices.RunAsync(pool, cancel);

        while (await NextAsync(pool, cancel) is { } next)
        {
            var letter = await letters.WriteAsync(next.Notice, cancel);
            if (!journal.IsInTime(next))
            {
                await journal.MarkAsync(pool, next.Stored, next.Notice with { State = NoticeState.Ready }, cancel);
                return;
            }

            var delivery = await channel.SendAsync(next.Notice.Id, letter, cancel);
            await journal.NoteAsync(pool, next, delivery, NoticeState.Ready, cancel);
            if (delivery is not Delivery.Accepted)
            {
                return;
            }
        }
    }

    /// <summary>Groups what is ready, takes it from the budget and marks it as being sent; null when there is nothing, or the channel or the budget wants quiet.</summary>
    private async Task<NoticeUnderway?> NextAsync(PoolName pool, CancellationToken cancel)
    {
        var now = clock.Now();
        var open = await ledger.RangeAsync(pool, KeyRange.OpenNotices, AtOnce, cancel);
        var ready = open.Where(stored => stored.Row is NoticeRow { Notice.State: NoticeState.Ready }).ToList();
        if (ready.Count == 0 || open.Any(stored => stored.Row is NoticeRow row && row.Notice.NotBefore > now))
        {
            return null;
        }

        OrderKey[] keys = [.. ready.SelectMany(stored => ((NoticeRow)stored.Row).Notice.Warnings).Select(line => line.Order).Distinct()];
        var orders = await ledger.OrdersAsync(pool, keys, cancel);

        // The patience for a notice begins now. Counted from before the orders were read, a slow storage would have every attempt let go of it, for ever.
        var digest = NoticeDigest.Of(ready, orders, Duration.FromTimeSpan(options.RingAgainAfter), clock.Now());
        if (digest.Notice is not null && !await budget.TryTakeAsync(now, cancel))
        {
            return null;
        }

        return (await ledger.TryCommitAsync(pool, digest.Set, cancel)).IsCommitted && digest.Notice is { } notice
            ? await journal.FindAsync(pool, notice, cancel)
            : null;
    }
}
