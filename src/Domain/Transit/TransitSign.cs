namespace ShipBy.Domain.Transit;

/// <summary>What a marketplace, or a carrier, says of a parcel that the seller has handed over.</summary>
public enum TransitSign
{
    /// <summary>Given away, as the seller says it; nobody has scanned it yet.</summary>
    HandedOver,

    /// <summary>The carrier has it.</summary>
    Scanned,

    /// <summary>With the buyer.</summary>
    Arrived,

    /// <summary>The carrier says that it never got it, or that is argued about.</summary>
    NotAccepted,

    Lost,

    /// <summary>It comes back, or its order was cancelled: nobody waits for it at the buyer's any more.</summary>
    Returned,
}
