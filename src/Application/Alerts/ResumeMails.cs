using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>Mails that somebody began to send and nobody finished: a crash, a time-out. The channel is asked before anything is sent again.</summary>
public sealed class ResumeMails(ILedger ledger, IAlertChannel channel, ILetterWriter letters, MailJournal journal, GuardOptions options, TimeProvider clock)
{
    private const int AtOnce = 100;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        foreach (var stored in await ledger.RangeAsync(pool, KeyRange.OpenMails, AtOnce, cancel))
        {
            if (stored.Row is MailRow { Mail: { State: MailState.Sending } mail } && clock.Now() >= PatienceEnds(mail)
                && await journal.MarkAsync(pool, stored, mail with { AttemptedAt = clock.Now(), NotBefore = null }, cancel) is { } mine)
            {
                await ResolveAsync(pool, mine, cancel);
            }
        }
    }

    private Instant PatienceEnds(Mail mail) => mail.NotBefore ?? mail.AttemptedAt!.Value + Duration.FromTimeSpan(options.MailPatience);

    private async Task ResolveAsync(PoolName pool, MailUnderway mine, CancellationToken cancel)
    {
        switch (await channel.AskAsync(mine.Mail.Id, cancel))
        {
            case Delivery.NotThere:
                await SendAsync(pool, mine, mine.Mail, cancel);
                break;
            case Delivery.Undecided when MailDigest.MayBeRepeated(mine.Mail):
                // Written down before it is sent: a second crash must not make it a third mail.
                if (await journal.MarkAsync(pool, mine.Stored, mine.Mail with { MaybeRepeated = true }, cancel) is { } repeated)
                {
                    await SendAsync(pool, repeated, mine.Mail, cancel);
                }

                break;
            case Delivery.Undecided:
                await journal.GiveUpAsync(pool, mine, cancel);
                break;
            case var told:
                await journal.NoteAsync(pool, mine, told, MailState.Sending, cancel);
                break;
        }
    }

    /// <param name="before">What the mail was, should it not leave this time either.</param>
    private async Task SendAsync(PoolName pool, MailUnderway mail, Mail before, CancellationToken cancel)
    {
        var letter = await letters.WriteAsync(mail.Mail, cancel);
        if (!journal.IsInTime(mail))
        {
            await journal.MarkAsync(pool, mail.Stored, before, cancel);
        }
        else
        {
            await journal.NoteAsync(pool, mail, await channel.SendAsync(mail.Mail.Id, letter, cancel), MailState.Sending, cancel);
        }
    }
}
