using NodaTime;
using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Offers;

/// <summary>The number that a shop's marketplace was last told about a product.</summary>
/// <param name="At">When it was told, or was about to be.</param>
/// <param name="Refusal">The marketplace's word where it refused; null otherwise.</param>
public sealed record Offer(Sku Sku, int Units, Instant At, OfferState State, string? Refusal = null);

public enum OfferState
{
    /// <summary>Given away; nobody has looked whether it arrived. A crash before the call looks the same.</summary>
    Told,

    /// <summary>Read back, and so it is.</summary>
    Seen,

    /// <summary>The marketplace did not take it, and may another time.</summary>
    NotTaken,

    /// <summary>The marketplace refused this product.</summary>
    Refused,

    /// <summary>The shop does not sell this product; others of the pool may.</summary>
    NotSold,
}
