using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Planted;

/// <summary>Writes the watermark in the seller's local time, and reads it as UTC.</summary>
internal sealed class KeepsLocalTime(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => Inner.TryCommitAsync(
        pool, Each(commit, change => RowOf(change) is WatchRow { ReadUpTo: { } at } watch ? WithRow(change, watch with { ReadUpTo = at + Duration.FromHours(3) }) : change), cancel);
}

/// <summary>Moves the watermark although not everything was read.</summary>
internal sealed class MovesTheWatermarkEarly(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => Inner.TryCommitAsync(
        pool, Each(commit, change => RowOf(change) is WatchRow { FailingSince: { } at } watch ? WithRow(change, watch with { ReadUpTo = at, FailingSince = null }) : change), cancel);
}

/// <summary>Throws a whole page away because of one posting on it.</summary>
internal sealed class ChokesOnOnePosting(IMarketplace inner) : IMarketplace
{
    public Shop Shop => inner.Shop;

    public IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, CancellationToken cancel) =>
        ReadAsync(inner.OpenPostingsAsync(cutoffFrom, cutoffTo, cancel));

    public IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, CancellationToken cancel) =>
        ReadAsync(inner.ChangedPostingsAsync(since, changedSince, until, cancel));

    public Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel) => inner.FindPostingAsync(number, cancel);

    public Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel) => inner.StockOfAsync(skus, cancel);

    private static async IAsyncEnumerable<PostingPage> ReadAsync(IAsyncEnumerable<PostingPage> pages)
    {
        await foreach (var page in pages)
        {
            yield return page.Unreadable.Count == 0 ? page : throw new MarketplaceRefusedException("parse", "an element is no object");
        }
    }
}
