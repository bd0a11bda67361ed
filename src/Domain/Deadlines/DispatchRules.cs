using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;

namespace ShipBy.Domain.Deadlines;

/// <summary>How a shop sends its orders out: what it knows about its deadlines beside what the marketplace says, and what is packed without asking.</summary>
public sealed record DispatchRules
{
    /// <summary>The marketplace alone decides.</summary>
    public static DispatchRules None { get; } = new();

    /// <value>For postings without a limit of the marketplace's own; null: these have no deadline.</value>
    public HandlingTime? HandlingTime { get; init; }

    /// <value>They win over <see cref="HandlingTime"/>, and never over a date that the marketplace states.</value>
    public IReadOnlyList<PromotionPeriod> Promotions { get; init; } = [];

    /// <value>When the carrier comes; null: at any time.</value>
    public PickUpPlan? PickUps { get; init; }

    /// <value>Products that are made of others.</value>
    public Bundles Bundles { get; init; } = Bundles.None;

    /// <value>What the seller has switched on.</value>
    public ShippingRules Shipping { get; init; } = ShippingRules.None;

    /// <value>What is expected of the carrier after the hand-over; null: parcels are not followed.</value>
    public TransitRules? Transit { get; init; }

    /// <summary>The limit for a posting that the marketplace set none for.</summary>
    /// <returns>Null without a rule, and while the payment is waited for.</returns>
    public Limit? LimitOf(Posting posting, Order? known, Instant now) => StartOf(posting, known, now) is not { } start ? null
        : PromotionPeriod.LimitFor(Promotions, start) is { } promoted ? promoted
        : HandlingTime is { } own ? new Limit(LimitClock.HandOver, own.EndFrom(start), DeadlineRule.HandlingTime, own.InWords)
        : null;

    private static Instant? StartOf(Posting posting, Order? known, Instant now) => posting.PaidAt ?? posting.InProcessAt
        ?? (posting.Status == PostingStatus.AwaitingConfirmation ? null : known?.OrderedAt ?? now);
}
