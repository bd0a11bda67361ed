using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Intake;

/// <summary>Tells the seller, once, of what a poll could not make sense of, and of a marketplace that does not answer.</summary>
public sealed class TellProblem(ILedger ledger, IDoorbell doorbell, NoticeRows notices, GuardOptions options, TimeProvider clock)
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
            var commit = new CommitSet().With(
                [new RowChange.Insert(new AsideRow(shop.Name, Fingerprint(one), now)), .. Rows(new ProblemLine(one.Number ?? shop.Name, one.Reason), now)]);
            await CommitAndRingAsync(shop, commit, cancel);
        }
    }

    /// <summary>Whether an outage is worth a mail: at once where waiting cannot help, else after a while; once an outage.</summary>
    public bool IsWorthAMail(WatchRow watch, Instant now, MarketplaceException failure) => !watch.OutageTold
        && (failure is not (MarketplaceBusyException or MarketplaceUnreachableException)
            || now - (watch.ReadUpTo ?? watch.FailingSince ?? now) >= Duration.FromTimeSpan(options.OutageAfter));

    /// <summary>Says that a shop cannot be read, in the commit that notes that it was said.</summary>
    public async Task OfOutageAsync(Shop shop, string version, WatchRow told, MarketplaceException failure, CancellationToken cancel)
    {
        var commit = new CommitSet().With(
            [new RowChange.Replace(told, version), .. Rows(new ProblemLine(shop.Name, failure.Message, Severity.Critical), clock.Now())]);
        await CommitAndRingAsync(shop, commit, cancel);
    }

    private async Task CommitAndRingAsync(Shop shop, CommitSet commit, CancellationToken cancel)
    {
        if ((await ledger.TryCommitAsync(shop.Pool, commit, cancel)).IsCommitted)
        {
            await doorbell.RingAsync(Bell.DeadlineWarnings, shop.Pool, cancel);
        }
    }

    private IEnumerable<RowChange> Rows(ProblemLine problem, Instant now) => notices.Of(Contact.First, [], [problem], now);

    private static string Fingerprint(UnreadablePosting one) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{one.Number}\n{one.Reason}")))[..32];
}
