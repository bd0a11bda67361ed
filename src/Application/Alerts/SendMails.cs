using NodaTime;
using ShipBy.Application.Budgets;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>Brings the mails of a pool out of the house: resolves what a crash left half-sent, groups what is ready into one mail, sends it.</summary>
/// <remarks>
/// A mail goes <c>ready → sending → sent | undecided</c>, each step a commit, so that of several instances one sends. Until it is given to the channel it is
/// merged with others and stripped of what no longer holds; afterwards its words stay as they are, because its id stands for them.
/// </remarks>
public sealed class SendMails(
    ILedger ledger, IAlertChannel channel, ILetterWriter letters, ResumeMails resumeMails, MailBudget budget, MailJournal journal, GuardOptions options, TimeProvider clock)
{
    private const int AtOnce = 100;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        await resumeMails.RunAsync(pool, cancel);

        while (await NextAsync(pool, cancel) is { } next)
        {
            var letter = await letters.WriteAsync(next.Mail, cancel);
            if (!journal.IsInTime(next))
            {
                await journal.MarkAsync(pool, next.Stored, next.Mail with { State = MailState.Ready }, cancel);
                return;
            }

            var delivery = await channel.SendAsync(next.Mail.Id, letter, cancel);
            await journal.NoteAsync(pool, next, delivery, MailState.Ready, cancel);
            if (delivery is not Delivery.Accepted)
            {
                return;
            }
        }
    }

    /// <summary>Groups what is ready, takes it from the budget and marks it as being sent; null when there is nothing, or the channel or the budget wants quiet.</summary>
    private async Task<MailUnderway?> NextAsync(PoolName pool, CancellationToken cancel)
    {
        var now = clock.Now();
        var open = await ledger.RangeAsync(pool, KeyRange.OpenMails, AtOnce, cancel);
        var ready = open.Where(stored => stored.Row is MailRow { Mail.State: MailState.Ready }).ToList();
        if (ready.Count == 0 || open.Any(stored => stored.Row is MailRow row && row.Mail.NotBefore > now))
        {
            return null;
        }

        OrderKey[] keys = [.. ready.SelectMany(stored => ((MailRow)stored.Row).Mail.Warnings).Select(line => line.Order).Distinct()];
        var orders = await ledger.OrdersAsync(pool, keys, cancel);

        // The patience for a mail begins now. Counted from before the orders were read, a slow storage would have every attempt let go of it, for ever.
        var digest = MailDigest.Of(ready, orders, Duration.FromTimeSpan(options.RingAgainAfter), clock.Now());
        if (digest.Mail is not null && !await budget.TryTakeAsync(now, cancel))
        {
            return null;
        }

        return (await ledger.TryCommitAsync(pool, digest.Set, cancel)).IsCommitted && digest.Mail is { } mail
            ? await journal.FindAsync(pool, mail, cancel)
            : null;
    }
}
