namespace ShipBy.Domain.Preparing;

/// <summary>One of the named checks before an order ships.</summary>
/// <param name="Detail">A count, a code or the marketplace's word that belongs to the verdict; null where it says it all. Nothing of the buyer.</param>
public sealed record ShippingCheck(CheckName Name, CheckVerdict Verdict, string? Detail = null);

/// <summary>The checks, in the order in which they are shown.</summary>
public enum CheckName
{
    /// <summary>Still open, paid and released.</summary>
    Released,
    Refund,
    Stock,
    Address,
    Quantity,

    /// <summary>What the marketplace wants to know first: marks, country, customs number.</summary>
    Requirements,

    /// <summary>What was read off the parcel's label belongs to this order.</summary>
    Label,
}

public enum CheckVerdict
{
    Passed,

    /// <summary>Nobody can tell: a person looks, and nothing is held back for it.</summary>
    Unknown,

    /// <summary>Worth a look, and no more.</summary>
    Doubtful,

    /// <summary>It must not ship as it is.</summary>
    Failed,
}
