using System.Runtime.CompilerServices;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Tests.Doctor;

/// <summary>A marketplace that answers its first call as told, with a key that ends.</summary>
internal sealed class Failing(IMarketplace inner, MarketplaceException? failure) : IMarketplace, IExpiringKey
{
    public Instant? Expires { get; init; }

    public Shop Shop => inner.Shop;

    public Task<Instant?> KeyExpiresAtAsync(CancellationToken cancel) => Task.FromResult(Expires);

    public async IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        if (failure is not null)
        {
            throw failure;
        }

        yield return new PostingPage([], []);
    }

    public IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, CancellationToken cancel) =>
        inner.ChangedPostingsAsync(since, changedSince, until, cancel);

    public Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel) => inner.FindPostingAsync(number, cancel);

    public Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel) => inner.StockOfAsync(skus, cancel);
}
