using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Intake;

/// <summary>Tells the seller, once, of what a poll could not make sense of, and of a marketplace that does not answer.</summary>
public sealed class TellProblem(ILedger ledger, IDoorbell doorbell, GuardOptions options, TimeProvider clock)
{
    /// <summary>One mail for each unreadable posting, however many polls meet it.</summary>
    public async Task OnceAsync(Shop shop, IEnumerable<UnreadablePosting> unreadable, CancellationToken cancel)
    {
        foreach (var one in unreadable.DistinctBy(Fingerprint))
        {
            if (await ledger.FindAsync(shop.Pool, RowKey.Aside(shop.Name, Fingerprint(one)), cancel) is not null)
            {
                continue;
            }

            var now = clock.Now();
            var commit = new CommitSet();
            commit.With(
                new RowChange.Insert(new AsideRow(shop.Name, Fingerprint(one), now)),
                new RowChange.Insert(Problem(commit, now, one.Number ?? shop.Name, one.Reason)));
            await CommitAndRingAsync(shop, commit, cancel);
        }
    }

    /// <summary>Says that a shop cannot be read: at once where waiting cannot help, else after a while. Once an outage.</summary>
    /// <returns>The watch row as it shall be, saying whether the seller knows.</returns>
    public async Task<WatchRow> OfOutageAsync(Shop shop, WatchRow watch, Instant now, MarketplaceException failure, CancellationToken cancel)
    {
        var waitingMayHelp = failure is MarketplaceBusyException or MarketplaceUnreachableException;
        var silentFor = now - (watch.ReadUpTo ?? watch.FailingSince ?? now);
        if (watch.OutageTold || (waitingMayHelp && silentFor < Duration.FromTimeSpan(options.OutageAfter)))
        {
            return watch;
        }

        var commit = new CommitSet();
        commit.With(new RowChange.Insert(Problem(commit, now, shop.Name, failure.Message)));
        await CommitAndRingAsync(shop, commit, cancel);
        return watch with { OutageTold = true };
    }

    private async Task CommitAndRingAsync(Shop shop, CommitSet commit, CancellationToken cancel)
    {
        if (await ledger.TryCommitAsync(shop.Pool, commit, cancel) == CommitOutcome.Committed)
        {
            await doorbell.RingAsync(Bell.DeadlineWarnings, shop.Pool, cancel);
        }
    }

    private static MailRow Problem(CommitSet commit, Instant now, string subject, string reason) =>
        new(new Mail { Id = commit.OperationId, State = MailState.Ready, CreatedAt = now, Problems = [new ProblemLine(subject, reason)] });

    private static string Fingerprint(UnreadablePosting one) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{one.Number}\n{one.Reason}")))[..32];
}
