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

/// <summary>Tells the seller, once, of what a poll could not make sense of.</summary>
public sealed class TellProblem(ILedger ledger, IDoorbell doorbell, NoticeRows notices, TimeProvider clock)
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
