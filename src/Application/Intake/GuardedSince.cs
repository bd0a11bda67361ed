using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Intake;

/// <summary>Since when a shop that cannot be asked is guarded, which never changes: what was over before is not taken in.</summary>
/// <remarks>Written with the first word of it. It is no <see cref="WatchRow"/>: that says how far a shop was read, and nobody reads this one.</remarks>
public sealed class GuardedSince(ILedger ledger, GuardOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Instant> _known = new(StringComparer.Ordinal);

    /// <summary>Begins now, less what is looked back, unless it has begun.</summary>
    public async Task<Instant> BeginAsync(Shop shop, CancellationToken cancel)
    {
        while (!_known.ContainsKey(shop.Name))
        {
            if (await FindAsync(shop, cancel) is { } at)
            {
                _known[shop.Name] = at;
                break;
            }

            await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Insert(new BeatRow(SignOf(shop), IfItBeganNow))), cancel);
        }

        return _known[shop.Name];
    }

    /// <summary>The same without beginning.</summary>
    public async Task<Instant> WouldBeAsync(Shop shop, CancellationToken cancel) => await FindAsync(shop, cancel) ?? IfItBeganNow;

    private Instant IfItBeganNow => clock.Now() - Duration.FromTimeSpan(options.LookBack);

    private async Task<Instant?> FindAsync(Shop shop, CancellationToken cancel) =>
        await ledger.FindAsync(shop.Pool, RowKey.Beat(SignOf(shop)), cancel) is { Row: BeatRow row } ? row.At : null;

    private static string SignOf(Shop shop) => $"guarding {shop.Name} since";
}
