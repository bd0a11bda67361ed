using System.Text.Json.Serialization;
using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Reporting;

/// <summary>Says of every order, open or past, what became of it and when, and of every product what lies on the shelf.</summary>
public sealed class ReportOrders(ILedger ledger, PastOrders pastOrders, Pools pools)
{
    public async Task<IReadOnlyList<ReportedOrder>> RunAsync(CancellationToken cancel)
    {
        var orders = new List<ReportedOrder>();
        foreach (var pool in pools.All)
        {
            // The ledger first: an order that leaves in between is then seen twice rather than not at all, and the ledger's word counts.
            var present = (await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order());
            var past = (await pastOrders.AllAsync(pool, cancel)).Select(stored => stored.Order());
            orders.AddRange(present.UnionBy(past, order => order.Key).Select(ReportedOrder.Of));
        }

        return orders;
    }

    /// <summary>What lies on the shelves, by pool and product.</summary>
    public async Task<IReadOnlyList<ReportedStock>> StockAsync(CancellationToken cancel)
    {
        var stock = new List<ReportedStock>();
        foreach (var pool in pools.All)
        {
            var rows = await ledger.RangeAsync(pool, KeyRange.AllStock, int.MaxValue, cancel);
            stock.AddRange(rows.Select(stored => ((LedgerRow.StockRow)stored.Row).Item).Select(item => new ReportedStock(pool.Value, item.Sku.Value, item.OnHand, item.Held, Math.Max(0, item.Free))));
        }

        return stock;
    }
}

/// <summary>One product of a pool.</summary>
/// <param name="Available">On hand less held, before any safety stock.</param>
public sealed record ReportedStock(string Pool, string Sku, int OnHand, int Held, int Available);

/// <summary>One order's instants; null where it never came to that.</summary>
/// <param name="Order">The posting number.</param>
public sealed record ReportedOrder(
    string Order,
    string Shop,
    OrderState State,
    Instant Taken,
    Instant? Held,
    [property: JsonPropertyName("short")] Instant? OutOfStock,
    Instant? Released,
    Instant? Shipped,
    Instant? Cancelled,
    Instant? SetAside,
    string? SetAsideReason,
    Instant? AcknowledgedUntil)
{
    public static ReportedOrder Of(Order order) => new(
        order.Key.Number,
        order.Key.Shop,
        order.State,
        order.TakenAt,
        order.HeldAt,
        order.OutOfStockAt,
        order.ReleasedAt,
        order.ShippedAt,
        order.CancelledAt,
        order.SetAsideAt,
        order.Flaw,
        order.Acknowledged?.Until);
}
