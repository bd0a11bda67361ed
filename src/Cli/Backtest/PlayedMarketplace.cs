using System.Runtime.CompilerServices;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Backtest;

/// <summary>A seller's history as the marketplace would have shown it at each instant, with stock for all.</summary>
internal sealed class PlayedMarketplace(IReadOnlyList<PastOrder> orders, PlayClock clock) : IMarketplace
{
    private readonly ILookup<string, PastOrder> _byNumber = orders.ToLookup(order => order.Number, StringComparer.Ordinal);

    public Shop Shop { get; } = new("shop", "file", PoolName.Parse("main"));

    public IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, CancellationToken cancel) =>
        PageAsync(order => !IsOver(order), cancel);

    public IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, CancellationToken cancel) =>
        PageAsync(order => IsOver(order) && Instant.Max(order.EndsAt!.Value, order.AppearsAt) >= changedSince, cancel);

    public Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel) => Task.FromResult(
        _byNumber[number].FirstOrDefault(order => order.AppearsAt <= clock.Now) is { } order ? new ReadPosting(PostingOf(order), null) : null);

    public Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ListedStock>>([.. skus.Select(sku => new ListedStock(sku, int.MaxValue / 2, 0))]);

    private async IAsyncEnumerable<PostingPage> PageAsync(Func<PastOrder, bool> shown, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        cancel.ThrowIfCancellationRequested();
        yield return new PostingPage([.. orders.Where(order => order.AppearsAt <= clock.Now && shown(order)).Select(PostingOf)], []);
    }

    private bool IsOver(PastOrder order) => order.EndsAt <= clock.Now;

    private Posting PostingOf(PastOrder order) => PlayedPosting.Of(
        order, Shop.Name, !IsOver(order) ? PostingStatus.AwaitingPackaging : order.IsCancelled ? PostingStatus.Cancelled : PostingStatus.HandedOver);
}
