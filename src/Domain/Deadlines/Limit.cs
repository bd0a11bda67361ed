using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Deadlines;

/// <summary>One limit that a marketplace sets for a posting.</summary>
/// <param name="At">The instant itself is still in time.</param>
/// <param name="Detail">What tells more than the rule's name, such as the field that it was read from; null where nothing does.</param>
public sealed record Limit(LimitClock Clock, Instant At, DeadlineRule Rule, string? Detail = null);

/// <summary>What a limit is for. Marketplaces fill those that they know; a later stage's clock is one more case here and a line in <see cref="LimitClocks"/>.</summary>
/// <remarks>In the order in which an order passes them, which also decides between limits of the same instant.</remarks>
public enum LimitClock
{
    /// <summary>Say yes to the order.</summary>
    Confirm,

    /// <summary>Pack it.</summary>
    Pack,

    /// <summary>Give it to the carrier.</summary>
    HandOver,

    /// <summary>Give it to the carrier before the marketplace calls it late, where that is another moment than <see cref="HandOver"/>.</summary>
    Lateness,
}

public static class LimitClocks
{
    /// <summary>Whether the limit still counts for a posting that stands so. An unknown word may be any: all count, since early is safe.</summary>
    public static bool RunsIn(this LimitClock clock, PostingStatus status) => clock switch
    {
        LimitClock.Confirm => status is PostingStatus.AwaitingConfirmation or PostingStatus.Unknown,
        LimitClock.Pack => status is PostingStatus.AwaitingConfirmation or PostingStatus.AwaitingPackaging or PostingStatus.Unknown,
        LimitClock.HandOver or LimitClock.Lateness => true,
        var unknown => throw new InvalidOperationException($"No status is written for {unknown}."),
    };

    /// <summary>Whether it is met by giving the parcel to the carrier, so that the carrier has to come before it.</summary>
    public static bool NeedsTheCarrier(this LimitClock clock) => clock is LimitClock.HandOver or LimitClock.Lateness;
}
