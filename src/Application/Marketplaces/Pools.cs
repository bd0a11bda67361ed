using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;

namespace ShipBy.Application.Marketplaces;

/// <summary>All shops, and the stock pools that they sell from.</summary>
/// <param name="tellers">Shops that cannot be asked: they tell of their orders by themselves, or somebody brings them in by files.</param>
public sealed class Pools(IEnumerable<IMarketplace> marketplaces, IEnumerable<Shop> tellers)
{
    /// <value>Those that are asked come first.</value>
    public IReadOnlyList<Shop> Shops { get; } = [.. marketplaces.Select(marketplace => marketplace.Shop), .. tellers];

    /// <value>Names of the shops that cannot be asked.</value>
    public IReadOnlySet<string> Tellers { get; } = tellers.Select(shop => shop.Name).ToHashSet(StringComparer.Ordinal);

    /// <value>Each once.</value>
    public IReadOnlyList<PoolName> All { get; } = [.. marketplaces.Select(marketplace => marketplace.Shop).Concat(tellers).Select(shop => shop.Pool).Distinct()];

    /// <summary>Whether a shop of a pool follows its parcels after the hand-over.</summary>
    public bool FollowsParcels(PoolName pool) => Shops.Any(shop => shop.Pool == pool && shop.Rules.Transit is not null);

    /// <summary>What a shop expects of its carrier; null where it asks for nothing, or there is no such shop any more.</summary>
    public TransitRules? TransitRulesOf(string name) => Shops.FirstOrDefault(shop => shop.Name == name)?.Rules.Transit;

    /// <summary>The pool that a shop sells from; null where there is no such shop any more.</summary>
    public PoolName? OfShop(string name) => Shops.FirstOrDefault(shop => shop.Name == name)?.Pool;
}
