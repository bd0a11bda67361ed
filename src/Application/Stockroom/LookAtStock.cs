using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stockroom;

/// <summary>Reads the shelf of a pool with all that is known of it: three ranges, whatever the number of products.</summary>
public sealed class LookAtStock(ILedger ledger)
{
    private const int AllRows = int.MaxValue;

    public async Task<StockSheet> RunAsync(PoolName pool, CancellationToken cancel)
    {
        var stock = (await ledger.RangeAsync(pool, KeyRange.AllStock, AllRows, cancel)).Select(stored => ((StockRow)stored.Row).Item).ToDictionary(item => item.Sku);
        var cards = (await ledger.RangeAsync(pool, KeyRange.Cards, AllRows, cancel)).Select(stored => ((CardRow)stored.Row).Card).ToDictionary(card => card.Sku);
        var incoming = (await ledger.RangeAsync(pool, KeyRange.Purchases, AllRows, cancel)).SelectMany(stored => ((PurchaseRow)stored.Row).Purchase.Incoming())
            .GroupBy(line => line.Sku).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Units));

        return new StockSheet(pool,
        [
            .. stock.Keys.Union(cards.Keys).Union(incoming.Keys).OrderBy(sku => sku.Value, StringComparer.Ordinal)
                .Select(sku => new StockLine(sku, stock.GetValueOrDefault(sku), cards.GetValueOrDefault(sku), incoming.GetValueOrDefault(sku))),
        ]);
    }
}

/// <summary>The shelf of a pool.</summary>
public sealed record StockSheet(PoolName Pool, IReadOnlyList<StockLine> Lines)
{
    /// <value>What parcels are packed in.</value>
    public IEnumerable<StockLine> Packaging => Lines.Where(line => line.IsPackaging);

    /// <summary>The product that a code means: a bar code, or an article number, whose case matters only where two differ by nothing else.</summary>
    public Sku? Find(string code) => code is "" ? null : (
        Lines.FirstOrDefault(line => line.Sku.Value == code)
        ?? Lines.FirstOrDefault(line => line.Card?.BarCode == code)
        ?? Lines.FirstOrDefault(line => string.Equals(line.Sku.Value, code, StringComparison.OrdinalIgnoreCase)))?.Sku;
}

/// <summary>One product of a pool.</summary>
/// <param name="Item">Null for one that never lay on the shelf.</param>
/// <param name="Incoming">Units of open purchase orders.</param>
public sealed record StockLine(Sku Sku, StockItem? Item, ProductCard? Card, int Incoming)
{
    public int OnHand => Item?.OnHand ?? 0;

    public int Held => Item?.Held ?? 0;

    public int Free => Item?.Free ?? 0;

    public bool IsLow => Card?.IsLow(Free) == true;

    public bool IsPackaging => Card?.IsPackaging == true;

    /// <summary>Whether a text is part of anything that somebody may call it by.</summary>
    public bool IsCalled(string text) =>
        new[] { Sku.Value, Card?.Name, Card?.BarCode, Card?.Zone }.Any(name => name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
