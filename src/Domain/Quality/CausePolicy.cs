using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Domain.Quality;

/// <summary>Proposes why an order was late or cancelled, by what its journal shows. The rules are asked in the order in which one explains away the next.</summary>
/// <remarks>
/// What cannot be packed for want of goods, or cannot be seen, or is not let through, is nobody's slowness; what was ready is the carrier's; only then people are asked about.
/// Thresholds are round numbers with a reason, nothing fitted.
/// </remarks>
public static class CausePolicy
{
    /// <value>Less than that from the order to its limit is no time to pack anything that came unexpected.</value>
    private static readonly Duration ShortestNotice = Duration.FromHours(4);

    /// <value>A slower sight of an order than any poll.</value>
    private static readonly Duration SlowSight = Duration.FromHours(1);

    /// <value>Of an order's time: who got the goods, or saw the order, with less than a quarter of it left could hardly keep it.</value>
    private const double LittleLeft = 0.25;

    /// <value>Words of sellers and marketplaces for goods that are not as they should be.</value>
    private static readonly string[] FaultyWords = ["damag", "defect", "broken", "wrong item", "брак", "повреж", "дефект", "не тот товар", "质量", "损坏", "破损", "发错"];

    private static readonly string[] UnreachableWords = ["address", "not fetched", "unclaimed", "не забрал", "адрес", "не востребован", "地址", "拒收", "无人"];

    private static readonly string[] ShortWords = ["stock", "inventory", "закончился", "нет в наличии", "缺货", "无货"];

    /// <summary>Whether an order needs a cause: it was cancelled for good, or it is past its limit.</summary>
    public static bool Needs(Order order, Instant now) => IsCancelled(order) || IsLate(order, now);

    /// <returns>Null for an order that is neither late nor cancelled, as of now.</returns>
    public static ProposedCause? Propose(Order order, Instant now) =>
        IsCancelled(order) ? OfCancellation(order, now)
        : IsLate(order, now) ? OfLateness(order, order.LateAfter!.Value, now)
        : null;

    /// <remarks>What was split goes on as its parts, and who never paid never ordered.</remarks>
    private static bool IsCancelled(Order order) => order.CancelledAt is not null && order.Status != PostingStatus.Split && order.CancelReason is not ("split" or "closed before payment");

    private static bool IsLate(Order order, Instant now) => order.LateAfter < (order.ShippedAt ?? order.CancelledAt ?? now);

    private static ProposedCause OfCancellation(Order order, Instant now)
    {
        var (by, at) = (Cancellers.Of(order), order.CancelledAt!.Value);
        return order.State == OrderState.Shipped ? AfterHandOver(order, by)
            : Says(order, ShortWords) ? new ProposedCause(CauseReason.OutOfStock, Word: order.CancelReason)
            : Says(order, FaultyWords) ? new ProposedCause(CauseReason.FaultyGoods, Word: order.CancelReason)
            : by != Canceller.Buyer && StateAt(order, at) == OrderState.OutOfStock ? new ProposedCause(CauseReason.OutOfStock, ShortSince(order))
            : order.LateAfter is { } limit && limit < at && by is not Canceller.Carrier ? OfLateness(order, limit, now)       // whoever gave up then had waited too long
            : by switch
            {
                Canceller.Buyer => new ProposedCause(Says(order, UnreachableWords) ? CauseReason.NotReachable : CauseReason.ChangedMind, Word: order.CancelReason),
                Canceller.Carrier => new ProposedCause(CauseReason.LostByCarrier, Word: order.CancelReason),
                _ when order.IsDataMissing => new ProposedCause(CauseReason.DataMissing),
                _ when StateAt(order, at) == OrderState.SetAside => new ProposedCause(CauseReason.LaidAside),
                Canceller.Seller => new ProposedCause(CauseReason.CancelledBySeller, Word: order.CancelReason),
                _ => new ProposedCause(CauseReason.Unclear, Word: order.CancelReason),
            };
    }

    private static ProposedCause AfterHandOver(Order order, Canceller by) =>
        Says(order, FaultyWords) ? new ProposedCause(CauseReason.FaultyGoods, Word: order.CancelReason)
        : Says(order, UnreachableWords) ? new ProposedCause(CauseReason.NotReachable, Word: order.CancelReason)
        : by == Canceller.Buyer ? new ProposedCause(CauseReason.ChangedMind, Word: order.CancelReason)
        : new ProposedCause(CauseReason.LostByCarrier, Word: order.CancelReason);

    private static ProposedCause OfLateness(Order order, Instant limit, Instant now)
    {
        var (from, sight) = (Instant.Min(order.OrderedAt, order.TakenAt), order.TakenAt - order.OrderedAt);
        var (heldAt, ready, warned) = (LastBefore(order, JournalEvent.Held, limit), ReadyAt(order), LastBefore(order, JournalEvent.Warned, limit));
        return StateAt(order, limit) == OrderState.OutOfStock ? new ProposedCause(CauseReason.OutOfStock, ShortSince(order))
            : ready < limit ? new ProposedCause(CauseReason.TakenAwayLate, ready)
            : order.TakenAt >= (order.ClosedAt ?? now) ? new ProposedCause(CauseReason.Unclear)                          // nobody watched it
            : sight > SlowSight && order.TakenAt > LittleBefore(from, limit) ? new ProposedCause(CauseReason.SeenLate, order.TakenAt)
            : StateAt(order, limit) == OrderState.SetAside ? new ProposedCause(order.IsDataMissing ? CauseReason.DataMissing : CauseReason.LaidAside)
            : order.OutOfStockAt < limit && heldAt > LittleBefore(from, limit) ? new ProposedCause(CauseReason.RestockedLate, heldAt)
            : LastBefore(order, JournalEvent.InstructionRefused, limit) is { } refused ? new ProposedCause(order.IsDataMissing ? CauseReason.DataMissing : CauseReason.MarketplaceRefused, refused)
            : order.IsDataMissing ? new ProposedCause(CauseReason.DataMissing)
            : limit - from < ShortestNotice || MovedAt(order, limit) > limit - ShortestNotice ? new ProposedCause(CauseReason.ShortNotice)
            : warned is null ? new ProposedCause(CauseReason.NotWarned)
            : LastBefore(order, JournalEvent.Acknowledged, limit) is { } said ? new ProposedCause(CauseReason.NotDoneInTime, said)
            : new ProposedCause(CauseReason.NobodyActed, warned);
    }

    private static Instant LittleBefore(Instant from, Instant limit) => limit - (limit - from) * LittleLeft;

    /// <summary>When it was ready to be taken away, by whatever said so first: the packing table, the marketplace, or what was told it.</summary>
    private static Instant? ReadyAt(Order order)
    {
        Instant?[] signs =
        [
            order.Preparation?.NoteOf(PreparationStep.Packed)?.At, order.Preparation?.NoteOf(PreparationStep.Labelled)?.At, order.Preparation?.NoteOf(PreparationStep.HandedOver)?.At,
            First(order, JournalEvent.Packed), First(order, JournalEvent.InstructionDone, InstructionKind.Ship),
        ];
        return signs.Min();
    }

    private static Instant? First(Order order, JournalEvent what, InstructionKind? kind = null) =>
        order.Journal.Where(entry => entry.What == what && (kind is null || entry.Detail == kind.ToString())).Select(entry => (Instant?)entry.At).FirstOrDefault();

    private static Instant? LastBefore(Order order, JournalEvent what, Instant limit) =>
        order.Journal.Where(entry => entry.What == what && entry.At < limit).Select(entry => (Instant?)entry.At).LastOrDefault();

    /// <summary>When the deadline was moved last before it passed; the first one stands in no entry.</summary>
    private static Instant? MovedAt(Order order, Instant limit) => LastBefore(order, JournalEvent.DeadlineMoved, limit);

    /// <summary>What ShipBy had made of it at an instant.</summary>
    private static OrderState StateAt(Order order, Instant at) => order.Journal.Where(entry => entry.At <= at).Aggregate(OrderState.Pending, (state, entry) => entry.What switch
    {
        JournalEvent.Held => OrderState.Held,
        JournalEvent.OutOfStock => OrderState.OutOfStock,
        JournalEvent.SetAside => OrderState.SetAside,
        JournalEvent.Waiting => OrderState.Pending,
        _ => state,
    });

    private static Instant? ShortSince(Order order) => order.Journal.LastOrDefault(entry => entry.What == JournalEvent.OutOfStock)?.At;

    private static bool Says(Order order, string[] words) => words.Any(word => order.CancelReason?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
