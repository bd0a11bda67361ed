namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace that keeps messages about its orders until they are confirmed; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does. A message is a hint: what it says of an order is read back from the order.</remarks>
public interface INewsChannel : IChannel
{
    /// <summary>Takes what waits. Nobody else gets it for some minutes; then whatever was not confirmed comes again.</summary>
    Task<IReadOnlyList<NewsItem>> TakeNewsAsync(CancellationToken cancel);

    /// <summary>These need not come again.</summary>
    Task ConfirmAsync(IReadOnlyList<NewsItem> news, CancellationToken cancel);
}

/// <param name="Id">The message's own.</param>
/// <param name="Number">Of the order that it speaks of; null where it speaks of none.</param>
public sealed record NewsItem(string Id, string? Number);
