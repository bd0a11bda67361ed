using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Intake;

/// <summary>Reads every shop's orders and brings them into the ledger. The watermark moves only after everything that was read is in.</summary>
public sealed class PollOrders(
    IEnumerable<IMarketplace> marketplaces, ILedger ledger, TakePostings takePostings, TellProblem tellProblem, ISelfWatch selfWatch, GuardOptions options, TimeProvider clock, ILogger<PollOrders> log)
{
    /// <value>Open orders that no list showed are read back one by one, at most this many a poll.</value>
    private const int ReadBacks = 20;

    /// <remarks>One shop's trouble does not keep the others waiting.</remarks>
    public async Task RunAsync(CancellationToken cancel)
    {
        var isNews = await Task.WhenAll(marketplaces.Select(marketplace => PollAsync(marketplace, cancel)));
        await (isNews.Contains(true) ? selfWatch.RunNowAsync(Trigger.PollOrders, cancel) : selfWatch.RunAsync(Trigger.PollOrders, cancel));
    }

    /// <returns>Whether it failed, or failed the last time: somebody may have to be told.</returns>
    private async Task<bool> PollAsync(IMarketplace marketplace, CancellationToken cancel)
    {
        try
        {
            var shop = marketplace.Shop;
            var watch = await WatchAsync(shop, cancel);
            var startedAt = clock.Now();
            var known = (await ledger.OrdersAsync(shop.Pool, cancel)).Where(order => order.Key.Shop == shop.Name).ToDictionary();
            var news = new PollNews(marketplace, log);
            var reading = await PostingReading.ReadAsync(marketplace, Window(watch.Row, startedAt), known, await news.TakeAsync(cancel), ReadBacks, cancel);
            var taken = await takePostings.RunAsync(shop, known, reading.Postings, watch.Row.GuardingSince, cancel);
            await tellProblem.OnceAsync(shop, reading.Unreadable, cancel);

            var complete = reading.Failure is null && taken.Complete;
            await MoveWatchAsync(shop, watch, startedAt, complete, reading.Failure, cancel);
            if (complete)
            {
                await news.ConfirmAsync(cancel);
            }

            GuardLog.Polled(log, shop.Name, taken.Taken, taken.Changed, taken.SetAside);
            return !complete || watch.Row.FailingSince is not null;
        }
        catch (LedgerUnreachableException problem)
        {
            GuardLog.PollIncomplete(log, marketplace.Shop.Name, problem.Message);
            return false;
        }
    }

    private ReadingWindow Window(WatchRow watch, Instant now)
    {
        var window = Duration.FromTimeSpan(options.CutoffWindow);
        return new ReadingWindow(now - window, now + window, (watch.ReadUpTo ?? watch.GuardingSince) - Duration.FromTimeSpan(options.PollOverlap), now);
    }

    private async Task<(WatchRow Row, string Version)> WatchAsync(Shop shop, CancellationToken cancel)
    {
        while (true)
        {
            if (await ledger.FindAsync(shop.Pool, RowKey.Watch(shop.Name), cancel) is { Row: WatchRow row } stored)
            {
                return (row, stored.Version);
            }

            var first = new WatchRow(shop.Name, clock.Now() - Duration.FromTimeSpan(options.LookBack), ReadUpTo: null, FailingSince: null);
            await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Insert(first)), cancel);
        }
    }

    /// <remarks>Refused: another instance has moved it. Its reading counts as ours does.</remarks>
    private async Task MoveWatchAsync(
        Shop shop, (WatchRow Row, string Version) watch, Instant startedAt, bool complete, MarketplaceException? failure, CancellationToken cancel)
    {
        var next = complete
            ? watch.Row with { ReadUpTo = startedAt, FailingSince = null, Failure = null }
            : watch.Row with
            {
                FailingSince = watch.Row.FailingSince ?? startedAt,
                Failure = failure is null ? new ReadingFailure(ReadingFailureKind.GaveWay, "Others changed the same orders meanwhile.") : ReadingFailure.Of(failure),
            };

        if (failure is not null)
        {
            GuardLog.PollIncomplete(log, shop.Name, failure.Message);
        }

        if (next != watch.Row)
        {
            await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Replace(next, watch.Version)), cancel);
        }
    }
}
