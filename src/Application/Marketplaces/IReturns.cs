using NodaTime;

namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace through which goods come back; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
public interface IReturns
{
    /// <summary>What is on its way back, or waits to be fetched, of the seller's own orders. Throws as <see cref="IMarketplace"/> does.</summary>
    /// <param name="changedSince">What has not changed since is left out.</param>
    Task<IReadOnlyList<ReturnedGoods>> ReturnsAsync(Instant changedSince, CancellationToken cancel);
}

/// <param name="Order">Null where the marketplace does not say.</param>
/// <param name="Article">The seller's article number; null where it does not say.</param>
/// <param name="Kind">In the marketplace's word: a cancellation, a full or a partial return.</param>
/// <param name="Status">Where it is, in the marketplace's words.</param>
/// <param name="Place">Where it can be fetched; null where it does not say.</param>
/// <param name="PaidFrom">From when on keeping it there costs money; null where it does not say.</param>
public sealed record ReturnedGoods(string? Order, string? Article, int Units, string Kind, string Status, string? Reason, string? Place, Instant? ChangedAt, Instant? PaidFrom);
