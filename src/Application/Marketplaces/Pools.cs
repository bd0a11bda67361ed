using ShipBy.Domain.Stock;

namespace ShipBy.Application.Marketplaces;

/// <summary>The stock pools of all shops, each once.</summary>
public sealed class Pools(IEnumerable<IMarketplace> marketplaces)
{
    public IReadOnlyList<PoolName> All { get; } = [.. marketplaces.Select(marketplace => marketplace.Shop.Pool).Distinct()];
}
