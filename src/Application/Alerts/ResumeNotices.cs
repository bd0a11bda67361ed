using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>Notices that somebody began to send and nobody finished: a crash, a time-out. The channel is asked before anything is sent again.</summary>
public sealed class ResumeNotices(ILedger ledger, AlertRoutes routes, NoticeLetters letters, NoticeJournal journal, GuardOptions options, TimeProvider clock)
{
    private const int AtOnce = 1_000;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        foreach (var stored in await ledger.RangeAsync(pool, KeyRange.OpenNotices, AtOnce, cancel))
        {
            if (stored.Row is NoticeRow { Notice: { State: NoticeState.Sending } notice } && clock.Now() >= PatienceEnds(notice)
                && await journal.MarkAsync(pool, stored, notice with { AttemptedAt = clock.Now(), NotBefore = null }, cancel) is { } mine)
            {
                await ResolveAsync(pool, mine, cancel);
            }
        }
    }

    private Instant PatienceEnds(Notice notice) => notice.NotBefore ?? notice.AttemptedAt!.Value + Duration.FromTimeSpan(options.MailPatience);

    private async Task ResolveAsync(PoolName pool, NoticeUnderway mine, CancellationToken cancel)
    {
        var channel = routes.Find(mine.Notice.Route)?.Channel;
        switch (channel is null ? new Delivery.Undecided("The route is gone from the settings.") : await channel.AskAsync(mine.Notice.Id, cancel))
        {
            case Delivery.Undecided when channel is null:
                await journal.GiveUpAsync(pool, mine, cancel);
                break;
            case Delivery.NotThere:
                await SendAsync(pool, channel!, mine, mine.Notice, cancel);
                break;
            case Delivery.Undecided when NoticeDigest.MayBeRepeated(mine.Notice):
                // Written down before it is sent: a second crash must not make it a third notice.
                if (await journal.MarkAsync(pool, mine.Stored, mine.Notice with { MaybeRepeated = true }, cancel) is { } repeated)
                {
                    await SendAsync(pool, channel!, repeated, mine.Notice, cancel);
                }

                break;
            case Delivery.Undecided:
                await journal.GiveUpAsync(pool, mine, cancel);
                break;
            case var told:
                await journal.NoteAsync(pool, mine, told, NoticeState.Sending, cancel);
                break;
        }
    }

    /// <param name="before">What the notice was, should it not leave this time either.</param>
    private async Task SendAsync(PoolName pool, IAlertChannel channel, NoticeUnderway notice, Notice before, CancellationToken cancel)
    {
        var letter = await letters.WriteAsync(pool, notice.Notice, cancel);
        if (!journal.IsInTime(notice))
        {
            await journal.MarkAsync(pool, notice.Stored, before, cancel);
        }
        else
        {
            await journal.NoteAsync(pool, notice, await channel.SendAsync(notice.Notice.Id, letter, cancel), NoticeState.Sending, cancel);
        }
    }
}
