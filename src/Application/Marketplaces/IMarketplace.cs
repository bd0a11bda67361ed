using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Marketplaces;

/// <summary>One shop on one marketplace, as far as reading goes.</summary>
/// <remarks>
/// Every call may throw <see cref="MarketplaceBusyException"/> (wait, then the same again), <see cref="MarketplaceRefusedException"/> (a person must
/// look), <see cref="MarketplaceUnauthorisedException"/> (the key) or <see cref="MarketplaceUnreachableException"/> (nobody knows; reading again is safe).
/// </remarks>
public interface IMarketplace : IChannel
{
    /// <summary>All open work whose cut-off lies in the window, page by page, each posting at least once.</summary>
    IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, CancellationToken cancel);

    /// <summary>Postings of any status that were taken in processing since <paramref name="since"/> and changed since <paramref name="changedSince"/>.</summary>
    IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, CancellationToken cancel);

    /// <summary>One posting read back; null when the marketplace does not know it.</summary>
    Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel);

    /// <summary>What the marketplace believes is in stock, reserved units included, for the products asked for. Unknown products are missing from the answer.</summary>
    Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel);
}

/// <summary>One page of a list: what could be read and, apart, what could not.</summary>
public sealed record PostingPage(IReadOnlyList<Posting> Postings, IReadOnlyList<UnreadablePosting> Unreadable);

/// <summary>A single posting that was asked for: read, or unreadable with its reason.</summary>
public sealed record ReadPosting(Posting? Posting, UnreadablePosting? Unreadable);

/// <summary>An element of a page that has no posting number or is not even an object.</summary>
/// <param name="Number">Its number where one could be made out.</param>
/// <param name="Reason">The field and the remedy, in a sentence. Never the payload: it may hold a buyer's data.</param>
public sealed record UnreadablePosting(string? Number, string Reason);

/// <param name="Present">Units including those that the marketplace has reserved for orders.</param>
public sealed record ListedStock(Sku Sku, int Present, int Reserved);
