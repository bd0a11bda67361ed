using ShipBy.Domain.Stock;

namespace ShipBy.Application.Marketplaces;

/// <summary>All shops that can be spoken with, by what they can do.</summary>
/// <param name="marketplaces">Those whose orders can be read, whatever else they can.</param>
/// <param name="others">Those that tell of their orders by themselves and listen to something all the same.</param>
public sealed class Channels(IEnumerable<IMarketplace> marketplaces, IEnumerable<IChannel> others)
{
    private readonly IReadOnlyList<IChannel> _all = [.. marketplaces, .. others];

    /// <summary>The shops of a pool that can do it.</summary>
    public IEnumerable<TAbility> Of<TAbility>(PoolName pool) where TAbility : IChannel => _all.OfType<TAbility>().Where(channel => channel.Shop.Pool == pool);

    /// <summary>The shop of that name, if it can do it; null otherwise.</summary>
    public TAbility? Find<TAbility>(string shop) where TAbility : class, IChannel => _all.OfType<TAbility>().FirstOrDefault(channel => channel.Shop.Name == shop);
}
