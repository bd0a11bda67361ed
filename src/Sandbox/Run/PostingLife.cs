using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Run;

/// <summary>What an order is at an instant, in the marketplace's words.</summary>
internal sealed record PostingState
{
    public required string Status { get; init; }

    public required string Substatus { get; init; }

    /// <value>Null while a moved cut-off is still empty.</value>
    public required DateTimeOffset? Limit { get; init; }

    /// <value>When the status changed last. A moved cut-off is no change of status.</value>
    public required DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? PackedAt { get; init; }

    public DateTimeOffset? ShippedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public bool CancelledAfterShip { get; init; }

    public string CancelledBy { get; init; } = "";

    public int CancelReason { get; init; }

    /// <value>Until when the seller has to act; null: still.</value>
    public DateTimeOffset? ClosedAt => Earlier(Earlier(PackedAt, ShippedAt), CancelledAt);

    public bool Open => ClosedAt is null;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;
}

/// <summary>Works out the state of an order from its plan, what was done to it, and the instant.</summary>
internal static class PostingLife
{
    private const int BuyerChangedMind = 505;
    private const int OzonGaveUp = 507;
    private const int CarrierLostIt = 667;

    /// <param name="handOver">From packed by a call to handed over, wall time. What the seller delivers is handed over when the seller says so.</param>
    public static PostingState At(OrderTrack order, DateTimeOffset now, TimeSpan handOver)
    {
        var plan = order.Plan;
        var done = order.ShipCalls.Find(call => !call.Fails && call.DoneAt <= now);
        if (done is { Splits: true })
        {
            return Split(plan, done.DoneAt);
        }

        var packed = done?.DoneAt;
        var shipped = (order.ShippedAt <= now ? order.ShippedAt : null) ?? (!plan.IsRfbs && packed + handOver <= now ? packed + handOver : null);
        var (cancelled, by, reason) = Cancellation(order, packed, shipped, now);
        var limit = order.DateNamed ?? plan.LimitAt(now);

        return cancelled is { } at
            ? new PostingState
            {
                Status = "cancelled",
                Substatus = "posting_canceled",
                Limit = limit,
                ChangedAt = at,
                PackedAt = packed,
                ShippedAt = shipped,
                CancelledAt = at,
                CancelledAfterShip = (packed ?? shipped) is not null,
                CancelledBy = by,
                CancelReason = reason,
            }
            : Going(order, packed, shipped, limit, now);
    }

    /// <summary>Its parts are postings of their own now: nobody has cancelled anything.</summary>
    private static PostingState Split(PlannedOrder plan, DateTimeOffset at) => new()
    {
        Status = "cancelled_from_split_pending",
        Substatus = "posting_canceled",
        Limit = plan.LimitAt(at),
        ChangedAt = at,
        CancelledAt = at,
    };

    private static (DateTimeOffset? At, string By, int Reason) Cancellation(
        OrderTrack order, DateTimeOffset? packed, DateTimeOffset? shipped, DateTimeOffset now)
    {
        var plan = order.Plan;
        if (order.CancelledBySellerAt is { } bySeller)
        {
            return (bySeller, "seller", order.SellerReason);
        }

        if (order.Ozon.CancelGrantedAt is { } granted)
        {
            return (granted, "client", BuyerChangedMind);
        }

        if (shipped + plan.CancelledAfterShip is { } after && after <= now)
        {
            return plan.Parcel is { End: ParcelEnd.Lost } ? (after, "delivery", CarrierLostIt) : (after, "client", BuyerChangedMind);
        }

        // Whoever gives up does so on orders that nobody has packed.
        return plan.Cancels is { } at && at <= now && !(packed <= at) && !(shipped <= at)
            ? (at, plan.CancelledBy, plan.CancelledBy == "ozon" ? OzonGaveUp : BuyerChangedMind)
            : (null, "", 0);
    }

    private static PostingState Going(OrderTrack order, DateTimeOffset? packed, DateTimeOffset? shipped, DateTimeOffset? limit, DateTimeOffset now)
    {
        var failed = order.ShipCalls.FindLast(call => call.Fails && call.DoneAt <= now);
        var (status, substatus, since) =
            order.DeliveredAt is { } told ? ("delivered", "posting_delivered", told)
            : shipped is { } given && order.Plan.Parcel is { } parcel ? ParcelWay.At(parcel, given, now)
            : shipped is { } left && left + order.Plan.OnItsWay <= now ? ("delivered", "posting_delivered", left + order.Plan.OnItsWay!.Value)
            : shipped is { } on ? ("delivering", "posting_on_way_to_city", on)
            : packed is { } ready ? ("awaiting_deliver", "posting_registered", ready)
            : order.Plan.OddStatus is { } odd ? (odd, "posting_created", order.Plan.Appears)
            : failed is not null ? ("awaiting_packaging", "ship_failed", failed.DoneAt)
            : ("awaiting_packaging", "posting_created", order.Plan.Appears);
        return new PostingState
        {
            Status = status,
            Substatus = substatus,
            Limit = limit,
            ChangedAt = since,
            PackedAt = packed,
            ShippedAt = shipped,
        };
    }

    /// <summary>When the state can change no more.</summary>
    public static bool IsFinal(PlannedOrder plan, PostingState state) =>
        state.CancelledAt is not null || (state.ShippedAt is not null && plan.CancelledAfterShip is null && (state.Status == "delivered" || plan is { OnItsWay: null, Parcel: null }));
}
