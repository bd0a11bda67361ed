using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Quality;

namespace ShipBy.Application.Quality;

/// <summary>Asks a marketplace for its own index, and says which orders make the difference to ours.</summary>
public sealed class CompareIndex(IEnumerable<IMarketplace> marketplaces, LookAtQuality lookAtQuality)
{
    /// <value>Days that are held against it: Ozon's index is of fourteen.</value>
    public const int Days = 14;

    /// <value>Shops whose marketplace has one.</value>
    public IReadOnlyCollection<string> Shops { get; } = [.. marketplaces.Where(marketplace => marketplace is IAccountHealth && !marketplace.Shop.IsGuest).Select(marketplace => marketplace.Shop.Name)];

    /// <returns>Null where the marketplace gives no answer.</returns>
    public async Task<IndexComparison?> RunAsync(string shop, CancellationToken cancel)
    {
        var marketplace = marketplaces.First(one => one.Shop.Name == shop);
        try
        {
            var health = await ((IAccountHealth)marketplace).HealthAsync(cancel);
            var sheet = await lookAtQuality.RunAsync(cancel);
            var (first, last) = (sheet.Today.PlusDays(1 - Days), sheet.Today);
            var troubles = await lookAtQuality.TroublesAsync(marketplace.Shop.Pool, first, last, cancel);
            return IndexComparison.Of(
                health.ErrorIndex / 100,
                sheet.BookOf(shop).Value(FigureName.DefectRate, sheet.Zone, first, last, IndexComparison.Counted),
                [.. health.Defects.DistinctBy(defect => defect.Number).Select(defect => new IndexOrder(defect.Number, defect.Kind))],
                [.. troubles.Where(order => order.Key.Shop == shop)]);
        }
        catch (MarketplaceException)
        {
            return null;
        }
    }
}
