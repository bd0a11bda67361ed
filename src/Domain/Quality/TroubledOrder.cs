using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Quality;

/// <summary>An order that was late, cancelled or defective, as patterns are looked for: by product, carrier, region, weekday and hour. No person.</summary>
public sealed record TroubledOrder
{
    /// <value>More products say nothing more about a pattern, and the row keeps its bound.</value>
    private const int MostProducts = 20;

    public required OrderKey Key { get; init; }

    public required Instant OrderedAt { get; init; }

    /// <value>Each once.</value>
    public required IReadOnlyList<Sku> Products { get; init; }

    public string? Carrier { get; init; }

    /// <value>Of the place it went to, in the marketplace's word; null where nobody kept one.</value>
    public string? Region { get; init; }

    public Money? Value { get; init; }

    public Instant? Limit { get; init; }

    public Instant? ShippedAt { get; init; }

    public Instant? CancelledAt { get; init; }

    public bool WasCancelled { get; init; }

    public Canceller? CancelledBy { get; init; }

    public string? CancelReason { get; init; }

    public DefectKinds Defects { get; init; }

    public bool WasShort { get; init; }

    public bool WasSetAside { get; init; }

    public bool HadNoPickUp { get; init; }

    public bool WasWarned { get; init; }

    /// <value>What the journal shows; null where the order was neither late nor cancelled.</value>
    public CauseReason? Proposed { get; init; }

    /// <value>When the journal shows it; null where no moment belongs to it.</value>
    public Instant? ProposedAt { get; init; }

    /// <value>Whether the limit is the shop's own handling time, or a stage before the hand-over: no marketplace charges for missing that.</value>
    public bool IsLimitFree { get; init; }

    /// <value>What a person said; null before.</value>
    public ConfirmedCause? Cause { get; init; }

    /// <value>What counts: the confirmed cause, or else the proposed one.</value>
    public CauseKind? CauseInForce => Cause?.Kind ?? Proposed?.KindOf();

    /// <value>Late or cancelled, so that it has a cause; one that came damaged, say, needs none.</value>
    public bool HasCause => WasCancelled || Defects.Has(DefectKinds.Late) || Proposed is not null;

    /// <summary>How long after its limit it was handed over or given up, or how long it is past it. Null where it was not late, or nobody knows.</summary>
    /// <param name="now">Matters while it is open.</param>
    public Duration? LateBy(Instant now) => Limit is { } limit && (ShippedAt ?? CancelledAt ?? now) is var end && end > limit ? end - limit : null;

    /// <returns>Null where nothing is wrong with it, or it is no order.</returns>
    public static TroubledOrder? Of(Order order, Instant now)
    {
        var (facts, proposed) = (QualityFacts.Of(order, now), CausePolicy.Propose(order, now));
        return !facts.IsTrouble || !QualityFacts.Counts(order) ? null : new TroubledOrder
        {
            Key = order.Key,
            OrderedAt = order.OrderedAt,
            Products = [.. order.Lines.Select(line => line.Sku).Distinct().Take(MostProducts)],
            Carrier = order.Carrier,
            Region = order.Recipient?.PlainRegion ?? order.Region,
            Value = order.Value,
            Limit = facts.Limit,
            ShippedAt = order.ShippedAt,
            CancelledAt = order.CancelledAt,
            WasCancelled = facts.WasCancelled,
            CancelledBy = facts.CancelledBy,
            CancelReason = order.CancelReason,
            Defects = facts.Defects,
            WasShort = order.OutOfStockAt is not null,
            WasSetAside = order.SetAsideAt is not null,
            HadNoPickUp = order.HasNoPickUpLeft,
            WasWarned = order.Warned.Count > 0,
            Proposed = proposed?.Reason,
            ProposedAt = proposed?.At,
            IsLimitFree = order.ShipByRule?.Kind is DeadlineRule.ConfirmLimit or DeadlineRule.PackLimit or DeadlineRule.HandlingTime,
            Cause = order.Cause,
        };
    }
}
