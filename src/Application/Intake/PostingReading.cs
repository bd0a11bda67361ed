using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Intake;

/// <param name="CutoffFrom">Also the earliest start of processing that is asked for.</param>
internal sealed record ReadingWindow(Instant CutoffFrom, Instant CutoffTo, Instant ChangedSince, Instant Until);

/// <summary>All that one poll could read of a shop: what came before a failure counts.</summary>
/// <param name="Failure">Why it is not everything; null when it is.</param>
internal sealed record PostingReading(IReadOnlyList<Posting> Postings, IReadOnlyList<UnreadablePosting> Unreadable, MarketplaceException? Failure)
{
    /// <remarks>
    /// Three ways, since each alone forgets: the open list (moved cut-offs show there only), the list of changes (cancelled and shipped orders leave the
    /// open list), and reading back open orders that neither list showed (a cancellation may come without any trace).
    /// </remarks>
    /// <param name="news">Numbers of orders that the marketplace's messages spoke of before the lists were read. Those that no list showed are read back.</param>
    public static async Task<PostingReading> ReadAsync(
        IMarketplace marketplace, ReadingWindow window, IReadOnlyDictionary<OrderKey, Stored> known, IReadOnlyCollection<string> news, int readBacks, CancellationToken cancel)
    {
        var postings = new Dictionary<OrderKey, Posting>();
        var unreadable = new List<UnreadablePosting>();
        MarketplaceException? failure = null;

        await CollectAsync(marketplace.OpenPostingsAsync(window.CutoffFrom, window.CutoffTo, cancel));
        await CollectAsync(marketplace.ChangedPostingsAsync(window.CutoffFrom, window.ChangedSince, window.Until, cancel));
        if (failure is null)
        {
            await ReadBackNewsAsync();
            await ReadBackAsync();
        }

        return new PostingReading([.. postings.Values], unreadable, failure);

        // The list read later is the newer truth about a posting that both show.
        async Task CollectAsync(IAsyncEnumerable<PostingPage> pages)
        {
            try
            {
                await foreach (var page in pages.WithCancellation(cancel))
                {
                    foreach (var posting in page.Postings)
                    {
                        postings[posting.Key] = posting;
                    }

                    unreadable.AddRange(page.Unreadable);
                }
            }
            catch (MarketplaceException problem)
            {
                failure ??= problem;
            }
        }

        async Task ReadBackNewsAsync()
        {
            var missed = news.Distinct(StringComparer.Ordinal).Where(number => !postings.ContainsKey(new OrderKey(marketplace.Shop.Name, number)));
            foreach (var number in missed.ToList())
            {
                try
                {
                    await FindAsync(number);
                }
                catch (MarketplaceRefusedException)
                {
                    // It spoke of an order that this shop may not see. Asking again would be refused again, and must not stop the poll.
                }
                catch (MarketplaceException problem)
                {
                    failure ??= problem;
                    return;
                }
            }
        }

        async Task ReadBackAsync()
        {
            var missed = known.Values.Select(stored => stored.Order())
                .Where(order => order.State.IsOpen() && !postings.ContainsKey(order.Key))
                .OrderBy(order => order.ShipBy ?? Instant.MaxValue)
                .Take(readBacks);
            try
            {
                foreach (var order in missed)
                {
                    await FindAsync(order.Key.Number);
                }
            }
            catch (MarketplaceException problem)
            {
                failure ??= problem;
            }
        }

        async Task FindAsync(string number)
        {
            if (await marketplace.FindPostingAsync(number, cancel) is { Posting: { } posting })
            {
                postings[posting.Key] = posting;
            }
        }
    }
}
