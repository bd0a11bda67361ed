using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Transit;

namespace ShipBy.Domain.Orders;

/// <summary>Takes new orders in and settles known ones: shipped, cancelled, cut-off moved, products changed.</summary>
/// <remarks>Asking twice with the same posting answers <see cref="IntakeAnswer.Unchanged"/> the second time, however often it is delivered.</remarks>
public static class IntakePolicy
{
    /// <param name="known">The order as the ledger has it; null when it does not.</param>
    /// <param name="guardingSince">Postings that were closed before are history and not taken.</param>
    /// <param name="rules">What the shop itself knows about its deadlines.</param>
    public static IntakeAnswer Decide(Posting posting, Order? known, Ladder ladder, DispatchRules rules, Instant guardingSince, Instant now)
    {
        if (posting.Telling is { } telling && known?.Told?.Overrules(telling) == true)
        {
            return new IntakeAnswer.Unchanged();
        }

        var told = LastTold.After(posting, known, now);
        posting = rules.Bundles.Unpack(told?.PaidAt is { } paid ? posting with { PaidAt = paid } : posting);
        if (known is null)
        {
            return IsOfOurTime(posting, guardingSince) ? Take(posting, ladder, rules, now) : new IntakeAnswer.Unchanged();
        }

        var (settled, move) = known.State.IsOpen() ? Settle(known, posting, rules, now) : Reconsider(known, posting, rules, now);
        var after = ShippingPolicy.Automatically(InstructionPolicy.Following(settled, known, now), rules.Shipping, now);
        var firstLook = DeadlinePolicy.FirstLook(after, ladder, now);
        if (after.State != known.State || after.ShipBy != known.ShipBy || after.ShipByRule != known.ShipByRule || IsEarlier(firstLook, known.LookAt))
        {
            after = after with { LookAt = firstLook };
        }

        after = posting.Telling is null ? after : after with { Told = told };
        after = Judged(Followed(after, posting, rules, now), posting, now);

        return after == known && move == ShelfMove.None ? new IntakeAnswer.Unchanged() : new IntakeAnswer.Change(after, move);
    }

    /// <summary>Whether a posting that nobody knows is taken: it is open, or began since ShipBy guards.</summary>
    public static bool IsOfOurTime(Posting posting, Instant guardingSince) => posting.Status.IsOpen() || posting.InProcessAt >= guardingSince;

    /// <remarks>Another ladder or calendar may plan a look earlier than the one that stands in the row. A later one needs no writing: looking early harms nothing.</remarks>
    private static bool IsEarlier(Instant? look, Instant? planned) => look is { } first && (planned is not { } second || first < second);

    private static IntakeAnswer.Take Take(Posting posting, Ladder ladder, DispatchRules rules, Instant now)
    {
        var seenFrom = posting.InProcessAt is { } began && began < now ? began : now;
        var deadline = DeadlineInForce.Of(posting, known: null, rules, now);
        var order = new Order
        {
            Key = posting.Key,
            State = posting.Flaw is null ? OrderState.Pending : OrderState.SetAside,
            Status = posting.Status,
            RawStatus = posting.RawStatus,
            Lines = posting.Lines,
            OrderedAt = posting.InProcessAt ?? now,
            TakenAt = now,
            SeenFrom = seenFrom,
            ShipBy = deadline?.At,
            ShipByRule = deadline?.Rule,
            SetAsideAt = posting.Flaw is null ? null : now,
            Flaw = posting.Flaw,
            Carrier = posting.Carrier,
            Scheme = posting.Scheme,
            TrackingNumber = posting.TrackingNumber,
            Remarks = posting.Remarks,
            Recipient = posting.Recipient,
            Told = LastTold.After(posting, known: null, now),
            PaidAt = posting.PaidAt,
        };
        var (settled, move) = posting.Status.IsOpen() ? (order, ShelfMove.None) : Settle(order, posting, rules, now);
        settled = Judged(Followed(settled, posting, rules, now), posting, now);

        return new IntakeAnswer.Take(settled with { LookAt = DeadlinePolicy.FirstLook(settled, ladder, now) }, move);
    }

    private static (Order After, ShelfMove Move) Settle(Order known, Posting posting, DispatchRules rules, Instant now)
    {
        var read = known with
        {
            Status = posting.Status,
            RawStatus = posting.RawStatus,
            Carrier = posting.Carrier ?? known.Carrier,
            Scheme = posting.Scheme ?? known.Scheme,
            TrackingNumber = posting.TrackingNumber ?? known.TrackingNumber,
            Recipient = posting.Recipient ?? known.Recipient,
            Remarks = known.Remarks.SequenceEqual(posting.Remarks) ? known.Remarks : posting.Remarks,
            PaidAt = posting.Status == known.Status ? known.PaidAt : posting.PaidAt ?? known.PaidAt,
        };
        return posting.Status switch
        {
            PostingStatus.Cancelled when posting.CancelledAfterShip =>
                (HandedOver(read, posting, now) with { CancelledAt = now, CancelReason = posting.CancelReason, CancelledBy = posting.CancelledBy }, LeavesTheShelf(known.State)),
            PostingStatus.Cancelled or PostingStatus.Split => Cancelled(read with { NeverPaid = posting.NeverPaid || known.Status == PostingStatus.AwaitingConfirmation }, posting, now),
            PostingStatus.HandedOver or PostingStatus.Delivered => (HandedOver(read, posting, now), LeavesTheShelf(known.State)),
            _ => StillOpen(read, posting, rules, now),
        };
    }

    /// <summary>The order with what the marketplace says of its parcel, once that is on its way.</summary>
    private static Order Followed(Order order, Posting posting, DispatchRules rules, Instant now) =>
        rules.Transit is not null && order.State == OrderState.Shipped && posting.SeenAt(now) is { } seen
            ? order with { Transit = order.Transit?.AfterReading(seen) ?? (seen.Sign == TransitSign.HandedOver ? seen with { At = order.ShippedAt ?? now } : seen) }
            : order;

    /// <summary>The order with what the marketplace says of how it went. What it says no more stays known.</summary>
    private static Order Judged(Order order, Posting posting, Instant now) => order with
    {
        DeliverBy = posting.DeliverBy ?? order.DeliverBy,
        DeliveredAt = posting.DeliveredAt is { } told ? Instant.Min(told, now) : order.DeliveredAt,
        Review = posting.Review ?? order.Review,
    };

    /// <remarks>Not before it was ordered and not after now, whatever a file says: an order would be closed before it came, or leave for the history never.</remarks>
    private static Order HandedOver(Order order, Posting posting, Instant now) => order with
    {
        State = OrderState.Shipped,
        ShippedAt = posting.HandedOverAt is { } told ? Instant.Min(now, Instant.Max(told, order.OrderedAt)) : now,
        LatenessAt = posting.Limits.FirstOrDefault(limit => limit.Clock == LimitClock.Lateness)?.At,
    };

    /// <remarks>The lines of an order that was set aside are not to be trusted: its units are left to the next count.</remarks>
    private static ShelfMove LeavesTheShelf(OrderState before) => before switch
    {
        OrderState.Held => ShelfMove.HandOver,
        OrderState.SetAside => ShelfMove.None,
        _ => ShelfMove.TakeUnheld,
    };

    private static (Order, ShelfMove) Cancelled(Order order, Posting posting, Instant now) => (
        order with
        {
            State = OrderState.Cancelled,
            CancelledAt = now,
            ReleasedAt = order.HoldsStock ? now : order.ReleasedAt,
            CancelReason = posting.Status == PostingStatus.Split ? "split" : posting.CancelReason,
            CancelledBy = posting.CancelledBy,
        },
        order.HoldsStock ? ShelfMove.Release : ShelfMove.None);

    private static (Order, ShelfMove) StillOpen(Order order, Posting posting, DispatchRules rules, Instant now)
    {
        var moved = Redated(order, posting, rules, now);
        if (posting.Flaw is not null)
        {
            return (moved with { Flaw = posting.Flaw }, ShelfMove.None);      // what was held stays held: the goods are there
        }

        if (order.State == OrderState.SetAside || !SameGoods(order, posting))
        {
            return (
                moved with { State = OrderState.Pending, Lines = posting.Lines, Flaw = null, HeldAt = null, MissingUnits = 0, ReleasedAt = order.HoldsStock ? now : order.ReleasedAt },
                order.HoldsStock ? ShelfMove.Release : ShelfMove.None);
        }

        return (moved with { Flaw = null }, ShelfMove.None);
    }

    /// <remarks>Another limit told, a stage or a pick-up passed, a calendar or a setting changed: all of it comes here, with the next reading.</remarks>
    private static Order Redated(Order order, Posting posting, DispatchRules rules, Instant now) =>
        DeadlineInForce.Of(posting, order, rules, now) is { } date ? order.Under(date, now) : order;

    private static (Order, ShelfMove) Reconsider(Order closed, Posting posting, DispatchRules rules, Instant now) => (closed.State, posting.Status) switch
    {
        (OrderState.Shipped, PostingStatus.Cancelled) when closed.CancelledAt is null =>
            (closed with { Status = posting.Status, RawStatus = posting.RawStatus, CancelledAt = now, CancelReason = posting.CancelReason, CancelledBy = posting.CancelledBy }, ShelfMove.None),
        (OrderState.Shipped, _) when posting.Status.IsOpen() && closed.Status != posting.Status =>
            (closed with { Status = posting.Status, RawStatus = posting.RawStatus, Flaw = $"It was handed over, and the marketplace shows it as '{posting.RawStatus}' again; look at it in the seller's cabinet." }, ShelfMove.None),
        (OrderState.Cancelled, _) when posting.Status.IsOpen() && posting.Flaw is not null =>
            (Redated(closed, posting, rules, now) with { State = OrderState.SetAside, SetAsideAt = now, Flaw = posting.Flaw, Status = posting.Status, RawStatus = posting.RawStatus, SeenFrom = now, Acknowledged = null, Instruction = null, CancelledAt = null, CancelledBy = null, NeverPaid = false }, ShelfMove.None),
        (OrderState.Cancelled, _) when posting.Status.IsOpen() =>
            (Redated(closed, posting, rules, now) with { State = OrderState.Pending, Flaw = null, Status = posting.Status, RawStatus = posting.RawStatus, Lines = posting.Lines, SeenFrom = now, Acknowledged = null, Instruction = null, CancelledAt = null, CancelledBy = null, NeverPaid = false, HeldAt = null }, ShelfMove.None),
        _ => (closed, ShelfMove.None),
    };

    private static bool SameGoods(Order order, Posting posting) =>
        order.Lines.Select(line => (line.Sku, line.Quantity, line.Content)).SequenceEqual(posting.Lines.Select(line => (line.Sku, line.Quantity, line.Content)));
}
