using Microsoft.Extensions.Logging;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Offers;

/// <summary>Tells every shop of a pool how much there is to sell, wherever that differs from what it was told last.</summary>
/// <remarks>
/// Nobody has to say that stock has changed: what there is and what was told are compared each time, so that no crash and no lost ring can leave a shop
/// behind. It costs one range read of each, and one more of the orders where a marketplace takes its own orders off by itself.
/// </remarks>
public sealed class OfferStock(Channels channels, ILedger ledger, TimeProvider clock, ILogger<OfferStock> log)
{
    private const int AllRows = int.MaxValue;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        var shops = channels.Of<IStockChannel>(pool).Where(channel => channel.Terms is not null).ToList();
        if (shops.Count == 0)
        {
            return;
        }

        var stock = (await ledger.RangeAsync(pool, KeyRange.AllStock, AllRows, cancel)).Select(stored => ((StockRow)stored.Row).Item).ToList();
        var told = await ledger.RangeAsync(pool, KeyRange.Offers, AllRows, cancel);
        var held = shops.Any(shop => shop.Terms!.SubtractsItsOwn) ? HeldByShop(await ledger.OrdersAsync(pool, cancel)) : [];

        await Task.WhenAll(shops.Select(shop =>
        {
            var beside = ToldShop.Of(shop.Shop, shop.Terms!, stock, told, held.GetValueOrDefault(shop.Shop.Name) ?? []);
            return new ShopTelling(shop, beside, ledger, clock, log).RunAsync(cancel);
        }));
    }

    /// <remarks>By what was sold: a marketplace knows nothing of what its bundles are made of.</remarks>
    private static Dictionary<string, Dictionary<Sku, int>> HeldByShop(IReadOnlyDictionary<OrderKey, Stored> orders) => orders.Values
        .Select(stored => stored.Order())
        .Where(order => order.HoldsStock)
        .GroupBy(order => order.Key.Shop)
        .ToDictionary(
            shop => shop.Key,
            shop => shop.SelectMany(order => order.Lines).GroupBy(line => line.Sku).ToDictionary(line => line.Key, line => line.Sum(one => one.Quantity)));
}
