using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Carriers;

/// <summary>What is kept of a parcel that was handed over, without whom it went to.</summary>
/// <param name="Carrier">By the marketplace's word, else by ours; null where nobody said.</param>
/// <param name="IsLate">As the marketplace counts; null where it set no limit.</param>
public sealed record SentParcel(OrderKey Order, string? Carrier, string? TrackingNumber, Instant HandedOverAt, bool? IsLate)
{
    /// <returns>Null for an order that was not shipped.</returns>
    public static SentParcel? Of(Order order) => order is { State: OrderState.Shipped, ShippedAt: { } at }
        ? new SentParcel(order.Key, order.Carrier ?? order.Instruction?.Ship?.Carrier, order.TrackingNumber ?? order.Instruction?.Ship?.TrackingNumber, at, order.LateAfter is null ? null : order.CountsAsLate)
        : null;
}
