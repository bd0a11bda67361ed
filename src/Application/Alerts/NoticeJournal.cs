using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>A notice that this instance has marked as its own to send.</summary>
public sealed record NoticeUnderway(Notice Notice, Stored Stored);

/// <summary>Writes down how far a notice is. A refused write means that another instance took it over: it is theirs then.</summary>
public sealed class NoticeJournal(ILedger ledger, GuardOptions options, TimeProvider clock, ILogger<NoticeJournal> log)
{
    /// <returns>The notice, ours now; null when somebody else was faster.</returns>
    public async Task<NoticeUnderway?> MarkAsync(PoolName pool, Stored stored, Notice notice, CancellationToken cancel) =>
        (await ledger.TryCommitAsync(pool, new CommitSet().With(new RowChange.Replace(new NoticeRow(notice), stored.Version)), cancel)).IsCommitted
            ? await FindAsync(pool, notice, cancel)
            : null;

    /// <returns>The row of a notice just marked; null when somebody else has marked it since.</returns>
    public async Task<NoticeUnderway?> FindAsync(PoolName pool, Notice notice, CancellationToken cancel) =>
        await ledger.FindAsync(pool, RowKey.Notice(notice.CreatedAt, notice.Id), cancel) is { Row: NoticeRow row } stored && row.Notice.AttemptedAt == notice.AttemptedAt
            ? new NoticeUnderway(row.Notice, stored)
            : null;

    /// <summary>Whether it may still be given to the channel. A sender that was held up for too long lets go of it, unsent: somebody else may have asked, and sent it, since.</summary>
    /// <remarks>Half of the patience, so that the sending itself fits in too.</remarks>
    public bool IsInTime(NoticeUnderway underway) =>
        clock.Now() - underway.Notice.AttemptedAt < Duration.FromTimeSpan(options.MailPatience / 2);

    /// <param name="afterBusy">What the notice is once the channel asked for quiet: ready again on its first try, when it surely did not leave; else still underway.</param>
    public async Task NoteAsync(PoolName pool, NoticeUnderway underway, Delivery delivery, NoticeState afterBusy, CancellationToken cancel)
    {
        var notice = underway.Notice;
        switch (delivery)
        {
            case Delivery.Accepted:
                await EndAsync(pool, underway, NoticeState.Sent, cancel);
                GuardLog.NoticeAccepted(log, notice.Id, notice.Warnings.Count, notice.Problems.Count + notice.Operational.Count + notice.Consignments.Count);
                break;
            case Delivery.Busy(var retryAfter):
                var quiet = notice with { State = afterBusy, NotBefore = clock.Now() + Duration.FromTimeSpan(retryAfter), Trouble = notice.Trouble ?? new ChannelTrouble(clock.Now(), null) };
                await MarkAsync(pool, underway.Stored, quiet, cancel);
                GuardLog.NoticeWaits(log, notice.Id, retryAfter.TotalSeconds);
                break;
            case Delivery.Refused(var reason):
                if (notice.Trouble?.Reason != reason)
                {
                    await MarkAsync(pool, underway.Stored, notice with { Trouble = new ChannelTrouble(notice.Trouble?.Since ?? clock.Now(), reason) }, cancel);
                }

                GuardLog.NoticeRefused(log, notice.Id, reason);         // stays in sending: a setting may be mended meanwhile
                break;
            case Delivery.Undecided(var reason):
                GuardLog.NoticeUndecided(log, notice.Id, reason);       // stays in sending: the channel is asked after a while
                break;
            default:
                throw new InvalidOperationException($"No step is written for {delivery}.");
        }
    }

    /// <summary>Nobody will ever know whether it arrived, and the next rung covers it.</summary>
    public async Task GiveUpAsync(PoolName pool, NoticeUnderway underway, CancellationToken cancel)
    {
        await EndAsync(pool, underway, NoticeState.Undecided, cancel);
        GuardLog.NoticeUndecided(log, underway.Notice.Id, "The channel cannot tell; the next rung covers it.");
    }

    private Task<CommitOutcome> EndAsync(PoolName pool, NoticeUnderway underway, NoticeState end, CancellationToken cancel) => ledger.TryCommitAsync(
        pool,
        new CommitSet().With(
            new RowChange.Delete(underway.Stored.Row.Key, underway.Stored.Version),
            new RowChange.Insert(new SaidRow(underway.Notice with { State = end }))),
        cancel);
}
