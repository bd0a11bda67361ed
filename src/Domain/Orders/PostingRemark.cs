namespace ShipBy.Domain.Orders;

/// <summary>Something about an order that a person may want to look at before it ships. What it is in detail, the marketplace shows; a buyer's data is not kept for it.</summary>
public enum PostingRemark
{
    /// <summary>The buyer, or the seller, wrote a note.</summary>
    Note,

    /// <summary>A part of the address is missing or cannot be one.</summary>
    OddAddress,

    /// <summary>The buyer wants the money back, or asked to cancel, and nobody has decided.</summary>
    RefundOpen,

    /// <summary>The marketplace forbids shipping for the moment, though it is paid.</summary>
    ShippingForbidden,

    /// <summary>The marketplace wants something else about the goods before it can be packed, which has no word here.</summary>
    DataMissing,

    /// <summary>The marketplace wants the country of origin of goods before it can be packed. So do those that follow, each for its own.</summary>
    CountryMissing,
    DeclarationMissing,
    MarkMissing,
    BatchMissing,
    UinMissing,
    ImeiMissing,
    WeightMissing,
}
