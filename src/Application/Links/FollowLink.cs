using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Links;

/// <summary>Does what a link in a message asks for, once, and only while its alert is true.</summary>
/// <remarks>That a link was used is written in the commit of what it did: no crash loses the one and keeps the other, and of two who press at once one is heard.</remarks>
public sealed class FollowLink(ILedger ledger, Pools pools, Ladder ladder, GuardOptions options, TimeProvider clock, MachineClock machine, Random random)
{
    /// <value>Times it is tried again when the order or the parcel changes at the same moment.</value>
    private const int Patience = 10;

    /// <value>How long a used link is remembered past its end: another instance's clock may be behind, or it may have stood still since it let somebody in.</value>
    private static readonly Duration Doubt = Duration.FromHours(1);

    /// <value>Used links that have expired and are forgotten with one press: more than are ever added by it.</value>
    private const int ForgottenAtOnce = 20;

    private const int LookedThrough = 100;

    private readonly OrderLinks _orders = new(new LinkPolicy(
        ladder, options.QuietAfterAcknowledge is { } time ? Duration.FromTimeSpan(time) : null, DateTimeZoneProviders.Tzdb[options.TimeZone]));

    private readonly ParcelLinks _parcels = new(pools);

    /// <summary>Changes nothing.</summary>
    public async Task<LinkSight> LookAsync(AlertLink link, CancellationToken cancel) => (await ReadAsync(link, clock.Now(), cancel)).Sight;

    /// <summary>Presses the link's button.</summary>
    /// <param name="time">What was chosen; null where nothing is put off.</param>
    /// <param name="by">Who pressed, in the seller's words.</param>
    /// <returns><see cref="LinkSight.Open"/> when the order, or the parcel, kept changing under us: press again. Every other answer but <see cref="LinkSight.Done"/> changed nothing.</returns>
    /// <exception cref="ArgumentException">A snooze without its time, or a time that is none.</exception>
    public async Task<LinkSight> PressAsync(AlertLink link, SnoozeTime? time, string by, CancellationToken cancel)
    {
        if ((link.Action == LinkAction.Snooze) != (time is not null))
        {
            throw new ArgumentException($"A link to {link.Action} does not take the time '{time}'.", nameof(time));
        }

        for (var attempt = 0; ; attempt++)
        {
            var now = clock.Now();
            var (sight, pool, stored) = await ReadAsync(link, now, cancel);
            if (sight is not LinkSight.Open open || attempt == Patience)
            {
                return sight;
            }

            var (changes, done) = KindOf(link).Press(new LinkPress(link, open, time, by, now), stored!);
            var commit = new CommitSet().With(
                [.. changes, new RowChange.Insert(new TicketRow(NonceOf(link), link.Expires)), .. await ForgetExpiredAsync(pool!, now, cancel)]);
            if ((await ledger.TryCommitAsync(pool!, commit, cancel)).IsCommitted)
            {
                return done;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(10, 50) * (attempt + 1)), machine.Time, cancel);
        }
    }

    private async Task<(LinkSight Sight, PoolName? Pool, Stored? Subject)> ReadAsync(AlertLink link, Instant now, CancellationToken cancel)
    {
        var (kind, pool) = (KindOf(link), pools.OfShop(link.Order.Shop));
        var stored = pool is null ? null : await ledger.FindAsync(pool, kind.KeyOf(link.Order), cancel);
        var isUsed = pool is not null && await ledger.FindAsync(pool, RowKey.Ticket(NonceOf(link)), cancel) is not null;
        return (kind.Look(link, stored, isUsed, now), pool, stored);
    }

    private ILinkKind KindOf(AlertLink link) => link.Trouble is null ? _orders : _parcels;

    /// <summary>Used links need no memory once they have expired for everybody.</summary>
    private async Task<IEnumerable<RowChange>> ForgetExpiredAsync(PoolName pool, Instant now, CancellationToken cancel) =>
        from stored in (await ledger.RangeAsync(pool, KeyRange.Tickets, LookedThrough, cancel)).Where(stored => ((TicketRow)stored.Row).Expires + Doubt <= now).Take(ForgottenAtOnce)
        select new RowChange.Delete(stored.Row.Key, stored.Version);

    /// <summary>The link's name in the ledger: a digest of all that it says.</summary>
    private static string NonceOf(AlertLink link) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        link.Trouble is { } trouble ? $"{link.Action} {trouble}" : link.Action.ToString(),
        link.Notice.ToString("N"),
        link.Deadline.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture),
        link.Order.Shop,
        link.Order.Number))).AsSpan(0, 24));
}
