using System.Runtime.CompilerServices;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Bench.Product;

/// <summary>A marketplace that makes its postings up while it is read, page by page, so that it weighs nothing itself.</summary>
internal sealed class GeneratedMarketplace : IMarketplace
{
    private const int PageSize = 100;

    public Shop Shop { get; init; } = new(Orders.SampleOrders.Shop, "generated", Orders.SampleOrders.Pool);

    public Func<int, Posting> Make { get; set; } = Orders.SampleOrders.Posting;

    /// <value>Postings <c>First</c> to <c>First + Count - 1</c> are shown.</value>
    public int First { get; set; }

    public int Count { get; set; }

    /// <value>Units of each product that the marketplace lists.</value>
    public int Present { get; set; } = 1_000_000;

    public IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, CancellationToken cancel) => PagesAsync(open: true, cancel);

    public IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, CancellationToken cancel) => PagesAsync(open: false, cancel);

    public Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel) =>
        Task.FromResult<ReadPosting?>(new ReadPosting(Make(int.Parse(number.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)), null));

    public Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ListedStock>>([.. skus.Select(sku => new ListedStock(sku, Present, 0))]);

    private async IAsyncEnumerable<PostingPage> PagesAsync(bool open, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var at = First; at < First + Count; at += PageSize)
        {
            cancel.ThrowIfCancellationRequested();
            yield return new PostingPage(
                [.. Enumerable.Range(at, Math.Min(PageSize, First + Count - at)).Select(Make).Where(posting => posting.Status.IsOpen() == open)], []);
        }

        await Task.CompletedTask;
    }
}
