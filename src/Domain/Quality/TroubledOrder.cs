using NodaTime;
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

    /// <value>What a person said; null before.</value>
    public ConfirmedCause? Cause { get; init; }

    /// <value>What counts: the confirmed cause, or else the proposed one.</value>
    public CauseKind? CauseInForce => Cause?.Kind ?? Proposed?.KindOf();

    /// <returns>Null where nothing is wrong with it, or it is no order.</returns>
    public static TroubledOrder? Of(Order order, Instant now)
    {
        var facts = QualityFacts.Of(order, now);
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
            Proposed = CausePolicy.Propose(order, now)?.Reason,
            Cause = order.Cause,
        };
    }
}
