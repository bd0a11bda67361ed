using ShipBy.Domain.Shipping;

namespace ShipBy.Domain.Transit;

/// <summary>What a marketplace, or a carrier, says of a parcel that the seller has handed over.</summary>
public enum TransitSign
{
    /// <summary>Given away, as the seller says it; nobody has scanned it yet.</summary>
    HandedOver,

    /// <summary>The carrier has it.</summary>
    Scanned,

    /// <summary>The carrier has it, and says itself that it lies somewhere and does not go on.</summary>
    Held,

    /// <summary>With the buyer.</summary>
    Arrived,

    /// <summary>The carrier says that it never got it, or that is argued about.</summary>
    NotAccepted,

    Lost,

    /// <summary>It comes back, or its order was cancelled: nobody waits for it at the buyer's any more.</summary>
    Returned,
}

public static class TransitSigns
{
    /// <summary>Where a parcel is, by its carrier's word.</summary>
    public static TransitSign Of(CarrierEventKind told) => told switch
    {
        CarrierEventKind.Accepted or CarrierEventKind.Scanned or CarrierEventKind.InTransit => TransitSign.Scanned,
        CarrierEventKind.Stuck => TransitSign.Held,
        CarrierEventKind.Delivered => TransitSign.Arrived,
        CarrierEventKind.Returned => TransitSign.Returned,
        CarrierEventKind.Lost => TransitSign.Lost,
        var unknown => throw new InvalidOperationException($"No sign is written for {unknown}."),
    };
}
