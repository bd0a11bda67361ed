using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stockroom;

/// <summary>Cards that say what goods are packed in, for whoever ships them.</summary>
/// <remarks>Read when something ships, and kept for minutes: a pool that ships all day long pays one range now and then, and a card that is written takes effect soon.</remarks>
public sealed class KnownPackaging(ILedger ledger, TimeProvider clock)
{
    internal static Duration Fresh { get; } = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<PoolName, (Instant At, IReadOnlyDictionary<Sku, ProductCard> Cards)> _kept = new();

    /// <returns>Cards of packaging materials, and of goods that name one.</returns>
    public async Task<IReadOnlyDictionary<Sku, ProductCard>> OfAsync(PoolName pool, CancellationToken cancel)
    {
        var now = clock.Now();
        if (_kept.TryGetValue(pool, out var kept) && kept.At <= now && now - kept.At < Fresh)
        {
            return kept.Cards;
        }

        var cards = (await ledger.RangeAsync(pool, KeyRange.Cards, int.MaxValue, cancel)).Select(stored => ((CardRow)stored.Row).Card).Where(card => card.IsPackaging || card.Packaging is not null).ToDictionary(card => card.Sku);
        _kept[pool] = (now, cards);
        return cards;
    }
}
