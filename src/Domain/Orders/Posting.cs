using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Transit;

namespace ShipBy.Domain.Orders;

/// <summary>An order as the marketplace shows it now, parsed. What ShipBy makes of it is an <see cref="Order"/>.</summary>
public sealed record Posting
{
    public required OrderKey Key { get; init; }

    public required PostingStatus Status { get; init; }

    /// <value>The marketplace's own word for the status, kept because the list of words is open.</value>
    public required string RawStatus { get; init; }

    /// <value>When the order could first be seen; null until a late payment arrives.</value>
    public Instant? InProcessAt { get; init; }

    /// <value>When it was paid, where the marketplace tells that apart from <see cref="InProcessAt"/>. A shop's handling time counts from then.</value>
    public Instant? PaidAt { get; init; }

    /// <value>The last instant at which handing over is still on time; null where the marketplace has not set one yet.</value>
    public Instant? ShipBy { get; init; }

    /// <value>The marketplace's other limits. Which of all counts now is <see cref="DeadlineInForce"/>'s to say.</value>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <value>When it was handed over, where somebody tells that later on, such as a file; null: it counts from when we hear of it.</value>
    public Instant? HandedOverAt { get; init; }

    /// <value>In the marketplace's order. Several lines may name the same product.</value>
    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public string? Carrier { get; init; }

    /// <value>The marketplace's own text for why it was cancelled.</value>
    public string? CancelReason { get; init; }

    /// <value>Cancelled when the goods had left already: they come back as a return, if at all, and are not on the shelf.</value>
    public bool CancelledAfterShip { get; init; }

    /// <value>How it travels, in the marketplace's own word; null where there is only one way.</value>
    public string? Scheme { get; init; }

    /// <value>The tracking number that the marketplace shows; null while it has none.</value>
    public string? TrackingNumber { get; init; }

    /// <value>Where the parcel is, as far as the marketplace tells that finer than by <see cref="Status"/>; null where it does not.</value>
    public TransitSign? Transit { get; init; }

    /// <value>The marketplace's finer word for where the parcel is, where it has one: another word is a move. Null: <see cref="RawStatus"/> is all that it says.</value>
    public string? TransitWord { get; init; }

    /// <value>The marketplace's number of the place it ships from; null where it has but one.</value>
    public long? Warehouse { get; init; }

    /// <value>What a person may want to look at before it ships; each once, in the order of the enumeration.</value>
    public IReadOnlyList<PostingRemark> Remarks { get; init; } = [];

    /// <value>
    /// Why this posting cannot be worked on (a quantity of 0, an unknown status, too many products), naming the field and the remedy;
    /// null when it is sound. A flawed posting keeps what could be read, so that its deadline is watched all the same.
    /// </value>
    public string? Flaw { get; init; }

    /// <value>The message that told it; null where the marketplace was asked, whose answer is the newest there is.</value>
    public Telling? Telling { get; init; }

    /// <value>Whom it goes to; null where the marketplace keeps that to itself.</value>
    public Recipient? Recipient { get; init; }

    /// <value>Who cancelled it, where the marketplace says so.</value>
    public Canceller? CancelledBy { get; init; }

    /// <value>Cancelled before it was paid: it never was an order.</value>
    public bool NeverPaid { get; init; }

    /// <value>When the buyer was promised to have it; null where nobody says.</value>
    public Instant? DeliverBy { get; init; }

    /// <value>When the buyer got it; null where nobody says.</value>
    public Instant? DeliveredAt { get; init; }

    /// <value>Stars that the buyer gave, 1 to 5; null where none are told.</value>
    public int? Review { get; init; }

    /// <summary>Where the parcel is, as of now; null while it is with the seller, and where nobody can tell.</summary>
    public Sighting? SeenAt(Instant now) => (Transit ?? Status switch
    {
        PostingStatus.HandedOver => TransitSign.HandedOver,
        PostingStatus.Delivered => TransitSign.Arrived,
        PostingStatus.Cancelled => TransitSign.Returned,
        _ => null,
    }) is { } sign ? new Sighting(sign, TransitWord ?? (RawStatus is "" ? Status.ToString() : RawStatus), now) : null;
}
