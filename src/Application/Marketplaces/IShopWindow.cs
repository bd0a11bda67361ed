namespace ShipBy.Application.Marketplaces;

/// <summary>A shop that tells what it has before anything is set up: its warehouses and its products. Throws as <see cref="IMarketplace"/> does.</summary>
public interface IShopWindow : IChannel
{
    Task<ShopListing> ListAsync(CancellationToken cancel);
}

/// <param name="Products">How many products have an entry of stock; null where the marketplace did not say.</param>
public sealed record ShopListing(IReadOnlyList<ShopWarehouse> Warehouses, int? Products);

/// <param name="Number">The marketplace's own.</param>
public sealed record ShopWarehouse(long Number, string Name);
