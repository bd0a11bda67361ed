using ShipBy.Application.History;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Estimates;

/// <summary>How fast each shop of a pool hands over, from its own closed orders. Only what is past goes into it, so that nothing is known before its time.</summary>
public sealed class ShopPaces(PastDays pastDays)
{
    /// <returns>Paces by the shop's name; a shop that is not among them has no record yet and is <see cref="HandOverPace.Unknown"/>.</returns>
    public async Task<IReadOnlyDictionary<string, HandOverPace>> OfAsync(PoolName pool, CancellationToken cancel) =>
        (await pastDays.OfAsync(pool, cancel))
            .SelectMany(day => day.Shops ?? [])
            .GroupBy(shop => shop.Shop, shop => shop.Record, StringComparer.Ordinal)
            .ToDictionary(shop => shop.Key, shop => new HandOverPace(shop.Aggregate((sum, day) => sum + day)), StringComparer.Ordinal);
}
