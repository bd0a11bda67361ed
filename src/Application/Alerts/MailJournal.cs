using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>A mail that this instance has marked as its own to send.</summary>
public sealed record MailUnderway(Mail Mail, Stored Stored);

/// <summary>Writes down how far a mail is. A refused write means that another instance took it over: it is theirs then.</summary>
public sealed class MailJournal(ILedger ledger, GuardOptions options, TimeProvider clock, ILogger<MailJournal> log)
{
    /// <returns>The mail, ours now; null when somebody else was faster.</returns>
    public async Task<MailUnderway?> MarkAsync(PoolName pool, Stored stored, Mail mail, CancellationToken cancel) =>
        (await ledger.TryCommitAsync(pool, new CommitSet().With(new RowChange.Replace(new MailRow(mail), stored.Version)), cancel)).IsCommitted
            ? await FindAsync(pool, mail, cancel)
            : null;

    /// <returns>The row of a mail just marked; null when somebody else has marked it since.</returns>
    public async Task<MailUnderway?> FindAsync(PoolName pool, Mail mail, CancellationToken cancel) =>
        await ledger.FindAsync(pool, RowKey.Mail(mail.CreatedAt, mail.Id), cancel) is { Row: MailRow row } stored && row.Mail.AttemptedAt == mail.AttemptedAt
            ? new MailUnderway(row.Mail, stored)
            : null;

    /// <summary>Whether it may still be given to the channel. A sender that was held up for too long lets go of it, unsent: somebody else may have asked, and sent it, since.</summary>
    /// <remarks>Half of the patience, so that the sending itself fits in too.</remarks>
    public bool IsInTime(MailUnderway underway) =>
        clock.Now() - underway.Mail.AttemptedAt < Duration.FromTimeSpan(options.MailPatience / 2);

    /// <param name="afterBusy">What the mail is once the channel asked for quiet: ready again on its first try, when it surely did not leave; else still underway.</param>
    public async Task NoteAsync(PoolName pool, MailUnderway underway, Delivery delivery, MailState afterBusy, CancellationToken cancel)
    {
        var mail = underway.Mail;
        switch (delivery)
        {
            case Delivery.Accepted:
                await EndAsync(pool, underway, MailState.Sent, cancel);
                GuardLog.MailAccepted(log, mail.Id, mail.Warnings.Count, mail.Problems.Count);
                break;
            case Delivery.Busy(var retryAfter):
                await MarkAsync(pool, underway.Stored, mail with { State = afterBusy, NotBefore = clock.Now() + Duration.FromTimeSpan(retryAfter) }, cancel);
                GuardLog.MailWaits(log, mail.Id, retryAfter.TotalSeconds);
                break;
            case Delivery.Refused(var reason):
                GuardLog.MailRefused(log, mail.Id, reason);         // stays in sending: a setting may be mended meanwhile
                break;
            case Delivery.Undecided(var reason):
                GuardLog.MailUndecided(log, mail.Id, reason);       // stays in sending: the channel is asked after a while
                break;
            default:
                throw new InvalidOperationException($"No step is written for {delivery}.");
        }
    }

    /// <summary>Nobody will ever know whether it arrived, and the next rung covers it.</summary>
    public async Task GiveUpAsync(PoolName pool, MailUnderway underway, CancellationToken cancel)
    {
        await EndAsync(pool, underway, MailState.Undecided, cancel);
        GuardLog.MailUndecided(log, underway.Mail.Id, "The channel cannot tell; the next rung covers it.");
    }

    private Task<CommitOutcome> EndAsync(PoolName pool, MailUnderway underway, MailState end, CancellationToken cancel) => ledger.TryCommitAsync(
        pool,
        new CommitSet().With(
            new RowChange.Delete(underway.Stored.Row.Key, underway.Stored.Version),
            new RowChange.Insert(new SaidRow(underway.Mail with { State = end }))),
        cancel);
}
