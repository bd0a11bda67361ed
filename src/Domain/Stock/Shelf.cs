using System.Collections.Immutable;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Stock;

/// <summary>The stock of some products of a pool, as one decision sees it.</summary>
public sealed class Shelf
{
    private readonly ImmutableDictionary<Sku, StockItem> _items;

    private Shelf(ImmutableDictionary<Sku, StockItem> items) => _items = items;

    public static Shelf Of(IEnumerable<StockItem> items) => new(items.ToImmutableDictionary(item => item.Sku));

    public StockItem? this[Sku sku] => _items.GetValueOrDefault(sku);

    /// <summary>Products whose stock differs from <paramref name="before"/>.</summary>
    public IEnumerable<StockItem> ChangedSince(Shelf before) => _items.Values.Where(item => before[item.Sku] != item);

    /// <summary>Units that the lines want and nobody can promise. Lines of one product are summed first.</summary>
    public int MissingFor(IEnumerable<OrderLine> lines) =>
        UnitsOf(lines).Sum(wanted => Math.Max(0, wanted.Units - Math.Max(0, this[wanted.Sku]?.Free ?? 0)));

    public Shelf Hold(IEnumerable<OrderLine> lines) => Move(lines, (item, units) => item.Hold(units));

    /// <summary>Carries out what an order's change does to the shelf. Products without a stock row are passed over.</summary>
    public Shelf Carry(ShelfMove move, IEnumerable<OrderLine> lines) => move switch
    {
        ShelfMove.None => this,
        ShelfMove.Release => Move(lines, (item, units) => item.Release(units)),
        ShelfMove.HandOver => Move(lines, (item, units) => item.HandOver(units)),
        ShelfMove.TakeUnheld => Move(lines, (item, units) => item with { OnHand = item.OnHand - units }),
        _ => throw new InvalidOperationException($"No step is written for {move}."),
    };

    /// <summary>Takes packaging off that parcels used up, as far as there is any that nobody was promised: a count that is wrong holds no parcel up. Materials without a stock row are passed over.</summary>
    public Shelf Pack(IEnumerable<PackagingUse> uses) => new(uses.Aggregate(_items, (items, use) => items.TryGetValue(use.Sku, out var item)
        ? items.SetItem(use.Sku, item with { OnHand = item.OnHand - Math.Clamp(use.Pieces, 0, Math.Max(0, item.Free)) })
        : items));

    /// <summary>Units by product as they lie on the shelf, each product once.</summary>
    public static IEnumerable<(Sku Sku, int Units)> UnitsOf(IEnumerable<OrderLine> lines) =>
        lines.SelectMany(line => line.OnTheShelf()).GroupBy(units => units.Sku).Select(group => (group.Key, group.Sum(units => units.Units)));

    /// <summary>The products that lines take from the shelf, each once.</summary>
    public static IEnumerable<Sku> SkusOf(IEnumerable<OrderLine> lines) => lines.SelectMany(line => line.OnTheShelf()).Select(units => units.Sku).Distinct();

    private Shelf Move(IEnumerable<OrderLine> lines, Func<StockItem, int, StockItem> move) => new(UnitsOf(lines)
        .Where(wanted => _items.ContainsKey(wanted.Sku))
        .Aggregate(_items, (items, wanted) => items.SetItem(wanted.Sku, move(items[wanted.Sku], wanted.Units))));
}
