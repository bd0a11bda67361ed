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

    /// <value>Whether the settings name no shop yet. The desk then shows the <see cref="SampleShop"/>, which is never guarded.</value>
    public bool IsEmpty => Shops.Count == 0;

    /// <value>What the desk shows: the shops, or in place of them the one that is made up.</value>
    public IReadOnlyList<Shop> OnTheDesk => IsEmpty ? [SampleShop.Shop] : Shops;

    /// <value>The pools that the desk shows, each once.</value>
    public IReadOnlyList<PoolName> Shown => IsEmpty ? [SampleShop.Pool] : All;

    /// <value>The pools that are guarded, each once.</value>
    public IReadOnlyList<PoolName> All { get; } = [.. marketplaces.Select(marketplace => marketplace.Shop).Concat(tellers).Select(shop => shop.Pool).Distinct()];

    /// <summary>Whether a shop of a pool follows its parcels after the hand-over.</summary>
    public bool FollowsParcels(PoolName pool) => Shops.Any(shop => shop.Pool == pool && shop.Rules.Transit is not null);

    /// <summary>What a shop expects of its carrier; null where it asks for nothing, or there is no such shop any more.</summary>
    public TransitRules? TransitRulesOf(string name) => Shops.FirstOrDefault(shop => shop.Name == name)?.Rules.Transit;

    /// <summary>The pool that a shop on the desk sells from; null where there is no such shop any more.</summary>
    public PoolName? OfShop(string name) => OnTheDesk.FirstOrDefault(shop => shop.Name == name)?.Pool;

    /// <summary>Whether a shop's orders are made up: nobody is told anything about them.</summary>
    public bool IsSample(string shop) => IsEmpty && shop == SampleShop.Name;
}
