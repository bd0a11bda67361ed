using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon.Lists;

/// <summary>The parts of a filter that both lists share.</summary>
internal sealed record PostingFilter
{
    private PostingFilter()
    {
    }

    public required IReadOnlyList<string> Statuses { get; init; }

    public required IReadOnlyList<string> Warehouses { get; init; }

    public required IReadOnlyList<string> OrderNumbers { get; init; }

    public long? OrderId { get; init; }

    public DateTimeOffset? ChangedFrom { get; init; }

    public DateTimeOffset? ChangedTo { get; init; }

    public static PostingFilter Read(JsonObject filter)
    {
        var changed = filter.Part("last_changed_status_date");
        return new PostingFilter
        {
            Statuses = filter.Texts("statuses"),
            Warehouses = [.. filter.Texts("warehouse_ids"), .. filter.Texts("delivery_method_ids")],
            OrderNumbers = filter.Texts("order_numbers"),
            OrderId = filter.Number("order_id"),
            ChangedFrom = changed.Instant("from"),
            ChangedTo = changed.Instant("to"),
        };
    }

    public bool Takes(OrderTrack order, PostingState state) =>
        (Statuses.Count == 0 || Statuses.Contains(state.Status))
        && (Warehouses.Count == 0 || Warehouses.Contains(StockBook.Warehouse.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        && (OrderNumbers.Count == 0 || OrderNumbers.Contains(order.Plan.OrderNumber))
        && (OrderId is null or 0 || OrderId == order.Plan.OrderId)
        && !(state.ChangedAt < ChangedFrom)
        && !(state.ChangedAt > ChangedTo);
}
