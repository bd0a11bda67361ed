using System.Text.Json.Serialization;
using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Reporting;

/// <summary>Says of every order, open or past, what became of it and when.</summary>
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
}

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
