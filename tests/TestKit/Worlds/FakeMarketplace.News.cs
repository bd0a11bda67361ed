using ShipBy.Application.Marketplaces;

namespace ShipBy.TestKit.Worlds;

/// <remarks>Messages wait until they are confirmed, and are given away each time they are asked for.</remarks>
public sealed partial class FakeMarketplace : INewsChannel
{
    public List<NewsItem> News { get; } = [];

    /// <value>Thrown when messages are taken or confirmed.</value>
    public MarketplaceException? NewsFailure { get; set; }

    /// <value>Orders that this shop may not see.</value>
    public HashSet<string> Forbidden { get; } = [];

    public Task<IReadOnlyList<NewsItem>> TakeNewsAsync(CancellationToken cancel) => NewsFailure is null ? Task.FromResult<IReadOnlyList<NewsItem>>([.. News]) : throw NewsFailure;

    public Task ConfirmAsync(IReadOnlyList<NewsItem> news, CancellationToken cancel)
    {
        News.RemoveAll(news.Contains);
        return NewsFailure is null ? Task.CompletedTask : throw NewsFailure;
    }
}
