using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Ledger;

/// <summary>Reads that use cases share.</summary>
public static class LedgerReading
{
    /// <value>Above this many products, one range read is cheaper than points: it costs one request per thousand stock rows.</value>
    private const int FewRows = 6;

    /// <value>Above this many orders, the first page of all is read before the rest is asked for one by one.</value>
    private const int FewOrders = 20;

    private const int OnePage = 1_000;

    /// <value>Point reads in flight.</value>
    private const int AtOnce = 32;

    private const int AllRows = int.MaxValue;

    public static async Task<IReadOnlyDictionary<OrderKey, Stored>> OrdersAsync(this ILedger ledger, PoolName pool, CancellationToken cancel) =>
        (await ledger.RangeAsync(pool, KeyRange.Orders, AllRows, cancel)).ToDictionary(stored => ((OrderRow)stored.Row).Order.Key);

    /// <summary>Some orders. The cost follows those asked for and not those that are open; many of them cost one request where not many more are open.</summary>
    public static async Task<IReadOnlyDictionary<OrderKey, Stored>> OrdersAsync(
        this ILedger ledger, PoolName pool, IReadOnlyCollection<OrderKey> keys, CancellationToken cancel)
    {
        var found = new List<Stored?>();
        var left = keys.ToHashSet();
        if (left.Count > FewOrders)
        {
            var page = await ledger.RangeAsync(pool, KeyRange.Orders, OnePage, cancel);
            found.AddRange(page.Where(stored => left.Remove(stored.Order().Key)));
            left = page.Count < OnePage ? [] : left;
        }

        foreach (var some in left.Chunk(AtOnce))
        {
            found.AddRange(await Task.WhenAll(some.Select(key => ledger.FindAsync(pool, RowKey.Order(key), cancel))));
        }

        return found.OfType<Stored>().ToDictionary(stored => stored.Order().Key);
    }

    /// <summary>Parcels on their way, as far as they are there. The cost follows those asked for.</summary>
    public static async Task<IReadOnlyDictionary<OrderKey, Stored>> ConsignmentsAsync(this ILedger ledger, PoolName pool, IEnumerable<OrderKey> orders, CancellationToken cancel)
    {
        var found = new List<Stored?>();
        foreach (var some in orders.Distinct().Chunk(AtOnce))
        {
            found.AddRange(await Task.WhenAll(some.Select(key => ledger.FindAsync(pool, RowKey.Consignment(key), cancel))));
        }

        return found.OfType<Stored>().ToDictionary(stored => stored.Consignment().Order);
    }

    public static async Task<IReadOnlyDictionary<Sku, Stored>> StockAsync(
        this ILedger ledger, PoolName pool, IReadOnlyCollection<Sku> skus, CancellationToken cancel)
    {
        var found = skus.Count > FewRows
            ? await ledger.RangeAsync(pool, KeyRange.AllStock, AllRows, cancel)
            : (await Task.WhenAll(skus.Select(sku => ledger.FindAsync(pool, RowKey.Stock(sku), cancel)))).OfType<Stored>();

        return found.ToDictionary(stored => ((StockRow)stored.Row).Item.Sku);
    }

    /// <summary>The order that an order row or a waiting row holds.</summary>
    public static Order Order(this Stored stored) => stored.Row switch
    {
        OrderRow row => row.Order,
        WaitingRow row => row.Order,
        var other => throw new InvalidOperationException($"The row {other.Key} holds no order."),
    };

    public static Shelf ToShelf(this IReadOnlyDictionary<Sku, Stored> stock) => Shelf.Of(stock.Values.Select(stored => ((StockRow)stored.Row).Item));

    /// <summary>The changes that bring the stock rows from what was read to what the shelf says.</summary>
    public static IReadOnlyList<RowChange> ChangesTo(this IReadOnlyDictionary<Sku, Stored> read, Shelf shelf) =>
        [.. shelf.ChangedSince(read.ToShelf()).Select(item => new RowChange.Replace(new StockRow(item), read[item.Sku].Version))];
}
