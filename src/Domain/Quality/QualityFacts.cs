using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Transit;

namespace ShipBy.Domain.Quality;

/// <summary>How one order went, in the words that key figures count.</summary>
/// <param name="Limit">The last instant at which handing it over was in time; null where its deadline asks for something else, or it has none.</param>
/// <param name="IsLate">Whether it was handed over later, or was not and the limit has passed; null where it is not due, or nobody knows.</param>
/// <param name="CancelledBy">Who cancelled it before the hand-over; null where nobody did.</param>
/// <param name="Defects">All that is wrong with it.</param>
public sealed record QualityFacts(Instant? Limit, bool? IsLate, bool WasCancelled, Canceller? CancelledBy, DefectKinds Defects)
{
    /// <param name="now">Matters for an order that is open; of one that is closed any instant says the same.</param>
    public static QualityFacts Of(Order order, Instant now)
    {
        var limit = order.ShipByRule?.Kind is DeadlineRule.ConfirmLimit or DeadlineRule.PackLimit ? null : order.LateAfter;
        var late = limit is { } by ? IsLateAgainst(by, order, now) : null;
        var wasCancelled = order.State == OrderState.Cancelled;
        Canceller? side = wasCancelled ? SideOf(order) : null;
        return new QualityFacts(limit, late, wasCancelled, side, DefectsOf(order, late == true, side == Canceller.Seller));
    }

    /// <summary>Whether it is an order at all. Before it is paid or confirmed it is none yet; the parts of one that was split are the orders.</summary>
    public static bool Counts(Order order) => !order.NeverPaid && order.Status is not (PostingStatus.AwaitingConfirmation or PostingStatus.Split);

    /// <value>Worth a row of its own, so that patterns can be looked for.</value>
    public bool IsTrouble => WasCancelled || Defects != DefectKinds.None;

    /// <remarks>One that was first seen closed was closed nobody knows when, but not after that.</remarks>
    private static bool? IsLateAgainst(Instant limit, Order order, Instant now) => order.State switch
    {
        OrderState.Shipped when order.IsHandOverKnown => order.ShippedAt > limit,
        OrderState.Shipped => order.ShippedAt <= limit ? false : null,
        OrderState.Cancelled => order.CancelledAt > limit && order.CancelledAt != order.TakenAt ? true : null,
        _ => now > limit ? true : null,
    };

    /// <remarks>A cause that a person confirmed tells more than anything that was written down.</remarks>
    private static Canceller SideOf(Order order) => order.Cause?.Kind switch
    {
        CauseKind.Buyer => Canceller.Buyer,
        not null => Canceller.Seller,
        null => Cancellers.Of(order),
    };

    private static DefectKinds DefectsOf(Order order, bool isLate, bool isCancelledBySeller) =>
        order.Defects.Where(defect => defect.Stands).Select(defect => defect.Kind).Union()
        | (isLate ? DefectKinds.Late : DefectKinds.None)
        | (isCancelledBySeller ? DefectKinds.CancelledBySeller : DefectKinds.None)
        | (order.Review <= DefectPolicy.BadReview ? DefectKinds.BadReview : DefectKinds.None)
        | (order.CarrierTold?.Kind == CarrierEventKind.Lost || order.Transit?.Sign == TransitSign.Lost ? DefectKinds.Lost : DefectKinds.None);
}
