using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stockroom;

/// <summary>What the seller writes down about products.</summary>
public sealed class ProductCards(ILedger ledger)
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
}
