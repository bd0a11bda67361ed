using Microsoft.Extensions.Logging;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Application.Intake;

/// <summary>What one poll does with a marketplace's messages. They only help the lists along: no trouble with them stops a poll.</summary>
internal sealed class PollNews(IMarketplace marketplace, ILogger log)
{
    private IReadOnlyList<NewsItem> _taken = [];

    /// <summary>Taken before the lists are read, so that what a list shows is as new as the message.</summary>
    /// <returns>Numbers of the orders spoken of.</returns>
    public async Task<IReadOnlyCollection<string>> TakeAsync(CancellationToken cancel)
    {
        if (marketplace is INewsChannel channel)
        {
            await TryAsync(async () => _taken = await channel.TakeNewsAsync(cancel));
        }

        return [.. _taken.Select(item => item.Number).OfType<string>()];
    }

    /// <summary>Only after all that they spoke of is in the ledger: what is not confirmed comes again.</summary>
    public async Task ConfirmAsync(CancellationToken cancel)
    {
        if (marketplace is INewsChannel channel && _taken.Count > 0)
        {
            await TryAsync(() => channel.ConfirmAsync(_taken, cancel));
        }
    }

    private async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (MarketplaceException problem)
        {
            GuardLog.NewsFailed(log, marketplace.Shop.Name, problem.Message);
        }
    }
}
