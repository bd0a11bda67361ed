using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Intake;

/// <summary>Answers a doorbell: reads one posting back from the marketplace and brings it in. What rang is never believed.</summary>
/// <remarks>
/// A few at a time, and each posting once a second: in a storm of rings, forged ones included, the others are let go, so that reading back never eats the calls
/// that the poll lives on. What was let go the next poll finds.
/// </remarks>
public sealed class ReadBackPosting(IEnumerable<IMarketplace> marketplaces, ILedger ledger, TakePostings takePostings, ISelfWatch selfWatch, TimeProvider clock)
{
    private const int AtOnce = 2;

    private readonly RecentRings _rings = new(clock);
    private int _underway;

    /// <exception cref="MarketplaceException">It could not be read back; the poll will find it.</exception>
    public async Task RunAsync(string shopName, string number, CancellationToken cancel)
    {
        if (marketplaces.FirstOrDefault(marketplace => marketplace.Shop.Name == shopName) is not { } marketplace)
        {
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _underway) <= AtOnce)
            {
                await OnceAsync(marketplace, new OrderKey(shopName, number), cancel);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _underway);
        }

        await selfWatch.HeardPushAsync(marketplace.Shop, cancel);
    }

    private async Task OnceAsync(IMarketplace marketplace, OrderKey posting, CancellationToken cancel)
    {
        if (!_rings.TryEnter(posting))
        {
            return;
        }

        try
        {
            await ReadBackAsync(marketplace, posting, cancel);
        }
        finally
        {
            _rings.Leave(posting);
        }
    }

    /// <remarks>The address that rang names one shop of an account; the posting may lie in the warehouse of another.</remarks>
    private async Task ReadBackAsync(IMarketplace marketplace, OrderKey key, CancellationToken cancel)
    {
        foreach (var shop in marketplaces.Where(other => other == marketplace || (other.Shop.Account is { } account && account == marketplace.Shop.Account)).OrderBy(other => other != marketplace))
        {
            if (await TakeAsync(shop, key with { Shop = shop.Shop.Name }, cancel))
            {
                return;
            }
        }
    }

    /// <returns>Whether the posting is this shop's.</returns>
    private async Task<bool> TakeAsync(IMarketplace marketplace, OrderKey key, CancellationToken cancel)
    {
        var shop = marketplace.Shop;
        var known = await ledger.OrdersAsync(shop.Pool, [key], cancel);
        var read = await marketplace.FindPostingAsync(key.Number, cancel);
        if (read?.Posting is { } posting)
        {
            var watch = await ledger.FindAsync(shop.Pool, RowKey.Watch(shop.Name), cancel);
            await takePostings.RunAsync(shop, known, [posting], (watch?.Row as WatchRow)?.GuardingSince ?? Instant.MaxValue, cancel);
        }

        return read is not null;
    }
}
