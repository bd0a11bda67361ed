using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stockroom;

/// <summary>What the seller writes down about products.</summary>
public sealed class ProductCards(ILedger ledger, TimeProvider clock)
{
    /// <value>Above this many products, one range read is cheaper than points.</value>
    private const int Few = 6;

    /// <returns>Those of the products that have one.</returns>
    public async Task<IReadOnlyDictionary<Sku, ProductCard>> OfAsync(PoolName pool, IReadOnlyCollection<Sku> skus, CancellationToken cancel)
    {
        var found = skus.Count > Few
            ? await ledger.RangeAsync(pool, KeyRange.Cards, int.MaxValue, cancel)
            : (await Task.WhenAll(skus.Select(sku => ledger.FindAsync(pool, RowKey.Card(sku), cancel)))).OfType<Stored>();

        return found.Select(stored => ((CardRow)stored.Row).Card).ToDictionary(card => card.Sku);
    }

    /// <returns>False when others kept writing the same card.</returns>
    /// <remarks>The watch is set before the card: a line that nobody watches would be worse than a look that finds none.</remarks>
    public async Task<bool> SaveAsync(PoolName pool, ProductCard card, CancellationToken cancel) =>
        (card.SafetyStock == 0 || await KeepRow.AsAsync(ledger, pool, RowKey.Gate(LowStockCheck.Gate), new GateRow(LowStockCheck.Gate, clock.Now()), cancel))
        && await KeepRow.AsAsync(ledger, pool, RowKey.Card(card.Sku), card.IsEmpty ? null : new CardRow(card), cancel);
}
