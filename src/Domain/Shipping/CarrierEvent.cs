using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Shipping;

/// <summary>What a carrier says of an order's parcel.</summary>
public sealed record CarrierEvent(OrderKey Order, CarrierEventKind Kind, Instant At)
{
    public CarrierNote Note => new(Kind, At);
}

/// <summary>What an order remembers of its carrier's last word.</summary>
public sealed record CarrierNote(CarrierEventKind Kind, Instant At);

/// <remarks>In the order in which they come, where two are of one instant. All of them mean that the carrier has had the parcel.</remarks>
public enum CarrierEventKind
{
    Accepted,

    /// <summary>Seen in a sorting centre for the first time.</summary>
    Scanned,
    InTransit,

    /// <summary>It lies somewhere and does not go on.</summary>
    Stuck,
    Delivered,

    /// <summary>On its way back, or back.</summary>
    Returned,
    Lost,
}
