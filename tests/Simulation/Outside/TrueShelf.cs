using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Outside;

/// <summary>The goods that are really there, in one physical place.</summary>
internal sealed class TrueShelf(PoolName pool)
{
    private readonly Dictionary<Sku, Product> _products = [];
    private readonly Dictionary<(Life Asker, Sku Sku), Listing> _told = [];

    public PoolName Pool { get; } = pool;

    public IReadOnlyCollection<Sku> Skus => _products.Keys;

    /// <param name="shops">Shops that list it; empty: all of the pool's.</param>
    public void Put(Sku sku, int units, Instant listedFrom, IReadOnlyCollection<string> shops) => _products[sku] = new Product(units, listedFrom, shops);

    public bool Has(IEnumerable<OrderLine> lines) => Shelf.UnitsOf(lines).All(wanted => _products[wanted.Sku].Present >= wanted.Units);

    public void Take(IEnumerable<OrderLine> lines)
    {
        foreach (var (sku, units) in Shelf.UnitsOf(lines))
        {
            _products[sku].Present -= units;
        }
    }

    public IReadOnlyList<ListedStock> Tell(Life asker, Instant now, IReadOnlyCollection<Sku> skus, string shop)
    {
        var told = new List<ListedStock>();
        foreach (var sku in skus)
        {
            if (Lists(sku, shop, now))
            {
                told.Add(new ListedStock(sku, _products[sku].Present, 0));
                _told[(asker, sku)] = new Listing(now, _products[sku].Present);
            }
        }

        return told;
    }

    public bool Lists(Sku sku, string shop, Instant now) =>
        _products.TryGetValue(sku, out var product) && product.ListedFrom <= now && (product.Shops.Count == 0 || product.Shops.Contains(shop));

    /// <summary>Units that a shop would list now.</summary>
    public int Listed(Sku sku, Instant now) => _products.TryGetValue(sku, out var product) && product.ListedFrom <= now ? product.Present : 0;

    /// <summary>What an instance was told last about a product; null when it never was.</summary>
    public Listing? ToldTo(Life asker, Sku sku) => _told.GetValueOrDefault((asker, sku));

    internal sealed record Listing(Instant At, int Present);

    private sealed class Product(int present, Instant listedFrom, IReadOnlyCollection<string> shops)
    {
        public int Present { get; set; } = present;

        public Instant ListedFrom { get; } = listedFrom;

        public IReadOnlyCollection<string> Shops { get; } = shops;
    }
}
