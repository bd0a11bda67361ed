using NodaTime;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Marketplaces;

/// <summary>A shop that is told how much there is to sell.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does. A number is a whole amount: telling it again does no harm.</remarks>
public interface IStockChannel : IChannel
{
    /// <value>What this shop offers; null where the seller keeps its stock at the marketplace by hand.</value>
    OfferTerms? Terms { get; }

    /// <value>Between two numbers of one product.</value>
    Duration OfferPause { get; }

    /// <value>Products of one call.</value>
    int OffersAtOnce { get; }

    /// <value>Whether it can be asked by <see cref="StockOfAsync"/> what it has; otherwise its answer to <see cref="OfferAsync"/> is all there is to know.</value>
    bool ShowsStock { get; }

    /// <inheritdoc cref="IMarketplace.StockOfAsync"/>
    Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel);

    /// <summary>Tells the numbers of some products, at most <see cref="OffersAtOnce"/>.</summary>
    /// <returns>One answer for each product that the shop spoke of.</returns>
    Task<IReadOnlyList<OfferAnswer>> OfferAsync(IReadOnlyList<(Sku Sku, int Units)> offers, CancellationToken cancel);
}

/// <param name="Word">The marketplace's own word where it did not take the number; null where it did.</param>
/// <param name="IsTooSoon">Whether it only wants to be asked later.</param>
/// <param name="IsUnknown">Whether the shop does not sell the product.</param>
public sealed record OfferAnswer(Sku Sku, string? Word, bool IsTooSoon = false, bool IsUnknown = false);
