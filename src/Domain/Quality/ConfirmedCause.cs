using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>Why an order was late, cancelled or defective, as a person said.</summary>
/// <param name="By">Who, in the seller's words.</param>
public sealed record ConfirmedCause(CauseKind Kind, string By, Instant At, string? Note = null);

/// <summary>What trouble comes from.</summary>
public enum CauseKind
{
    /// <summary>The goods were not there, or not as many as the books said.</summary>
    Stock,
    Carrier,

    /// <summary>The way of working: too late begun, no pick-up left, a deadline nobody watched.</summary>
    Process,

    /// <summary>A person's mistake, or too few of them.</summary>
    Staff,

    /// <summary>ShipBy, the marketplace or another program failed.</summary>
    System,

    /// <summary>The goods themselves: broken, not as described.</summary>
    Product,

    /// <summary>The buyer changed their mind, or gave a wrong address.</summary>
    Buyer,
}

/// <summary>Who cancelled an order.</summary>
public enum CancelSide
{
    Seller,
    Buyer,
    Marketplace,
    Carrier,
}
