using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Intake;

/// <summary>Answers a doorbell: reads one posting back from the marketplace and brings it in. What rang is never believed.</summary>
public sealed class ReadBackPosting(IEnumerable<IMarketplace> marketplaces, ILedger ledger, TakePostings takePostings)
{
    /// <returns>False when there is no such shop.</returns>
    /// <exception cref="MarketplaceException">It could not be read back; the poll will find it.</exception>
    public async Task<bool> RunAsync(string shopName, string number, CancellationToken cancel)
    {
        if (marketplaces.FirstOrDefault(marketplace => marketplace.Shop.Name == shopName) is not { } marketplace)
        {
            return false;
        }

        var shop = marketplace.Shop;
        var known = await ledger.OrdersAsync(shop.Pool, [new OrderKey(shop.Name, number)], cancel);
        if (await marketplace.FindPostingAsync(number, cancel) is { Posting: { } posting })
        {
            var watch = await ledger.FindAsync(shop.Pool, RowKey.Watch(shop.Name), cancel);
            await takePostings.RunAsync(shop, known, [posting], (watch?.Row as WatchRow)?.GuardingSince ?? Instant.MaxValue, cancel);
        }

        return true;
    }
}
