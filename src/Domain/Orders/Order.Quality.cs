using NodaTime;
using ShipBy.Domain.Quality;

namespace ShipBy.Domain.Orders;

/// <remarks>How well it went, as far as somebody said.</remarks>
public sealed partial record Order
{
    /// <value>When it was paid, where the marketplace tells that apart from <see cref="OrderedAt"/>.</value>
    public Instant? PaidAt { get; init; }

    /// <value>Whether it was cancelled before it was paid or confirmed: such an order was none.</value>
    public bool NeverPaid { get; init; }

    /// <value>Who cancelled it, where the marketplace says so; null: nobody knows, or it was not cancelled.</value>
    public Canceller? CancelledBy { get; init; }

    /// <value>Units that were missing when it was first found short; null where it never was, and in rows of older versions.</value>
    public int? ShortAtFirst { get; init; }

    /// <value>When the buyer was promised to have it; null where nobody said.</value>
    public Instant? DeliverBy { get; init; }

    /// <value>When the buyer got it, as the marketplace or a file says; null where neither does. See <see cref="ArrivedAt"/>.</value>
    public Instant? DeliveredAt { get; init; }

    /// <value>Stars that the buyer gave, 1 to 5; null where none are known.</value>
    public int? Review { get; init; }

    /// <value>What was said to be wrong with it, taken back or not; one of a kind at most.</value>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <value>Why it went wrong, as a person confirmed; null before.</value>
    public ConfirmedCause? Cause { get; init; }

    /// <value>Where in the country it went, in the marketplace's word: all that is kept of <see cref="Recipient"/> once it has left for the history. Null where nobody said.</value>
    public string? Region { get; init; }

    /// <value>Whether a copy of it lies in the history and is counted there: an order that came back is the same order.</value>
    public bool HasLeft { get; init; }

    /// <summary>The order as it leaves for the history: whom it went to is needed while it is on the desk, and no longer.</summary>
    public Order Leaving() => this with { Region = Recipient?.PlainRegion ?? Region, Recipient = null, HasLeft = true };

    /// <value>Whether anybody knows when it was handed over: an order that was first seen handed over, without a moment, counts from then for want of a better one.</value>
    public bool IsHandOverKnown => ShippedAt is { } at && at != TakenAt;

    /// <value>When the buyer got it, as the marketplace, a file or the carrier said.</value>
    public Instant? ArrivedAt => DeliveredAt ?? (CarrierTold is { Kind: Shipping.CarrierEventKind.Delivered } told ? told.At : Transit is { Sign: Domain.Transit.TransitSign.Arrived } seen ? seen.At : null);
}
