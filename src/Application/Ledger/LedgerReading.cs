using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Ledger;

/// <summary>Reads that use cases share. A few rows are read one by one, many in one range: a range costs one request per thousand rows.</summary>
public static class LedgerReading
{
    /// <value>Above this many, one range read is cheaper than points.</value>
    private const int FewRows = 6;

    private const int AllRows = 100_000;

    public static async Task<IReadOnlyDictionary<OrderKey, Stored>> OrdersAsync(this ILedger ledger, PoolName pool, CancellationToken cancel) =>
        (await ledger.RangeAsync(pool, KeyRange.Orders, AllRows, cancel)).ToDictionary(stored => ((OrderRow)stored.Row).Order.Key);

    public static async Task<IReadOnlyDictionary<OrderKey, Stored>> OrdersAsync(
        this ILedger ledger, PoolName pool, IReadOnlyCollection<OrderKey> keys, CancellationToken cancel)
    {
        if (keys.Count > FewRows)
        {
            return await ledger.OrdersAsync(pool, cancel);
        }

        var found = await Task.WhenAll(keys.Select(key => ledger.FindAsync(pool, RowKey.Order(key), cancel)));
        return found.OfType<Stored>().ToDictionary(stored => ((OrderRow)stored.Row).Order.Key);
    }

    public static async Task<IReadOnlyDictionary<Sku, Stored>> StockAsync(
        this ILedger ledger, PoolName pool, IReadOnlyCollection<Sku> skus, CancellationToken cancel)
    {
        var found = skus.Count > FewRows
            ? await ledger.RangeAsync(pool, KeyRange.AllStock, AllRows, cancel)
            : (await Task.WhenAll(skus.Select(sku => ledger.FindAsync(pool, RowKey.Stock(sku), cancel)))).OfType<Stored>();

        return found.ToDictionary(stored => ((StockRow)stored.Row).Item.Sku);
    }

    public static Order Order(this Stored stored) => ((OrderRow)stored.Row).Order;

    public static Shelf ToShelf(this IReadOnlyDictionary<Sku, Stored> stock) => Shelf.Of(stock.Values.Select(stored => ((StockRow)stored.Row).Item));

    /// <summary>The changes that bring the stock rows from what was read to what the shelf says.</summary>
    public static IReadOnlyList<RowChange> ChangesTo(this IReadOnlyDictionary<Sku, Stored> read, Shelf shelf) =>
        [.. shelf.ChangedSince(read.ToShelf()).Select(item => new RowChange.Replace(new StockRow(item), read[item.Sku].Version))];
}
