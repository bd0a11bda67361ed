using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Estimates;

/// <summary>One order as far as its hand-over goes.</summary>
/// <param name="SeenFrom">When the shop could first see it.</param>
/// <param name="ShipBy">Its deadline.</param>
/// <param name="HandedOverAt">When the carrier got it; null where that has not happened.</param>
/// <param name="ClosedAt">When it left without a hand-over, such as by a cancellation; null where it did not.</param>
public sealed record HandOver(Instant SeenFrom, Instant ShipBy, Instant? HandedOverAt, Instant? ClosedAt = null)
{
    /// <summary>An order of the ledger or of the history. Null without a deadline for handing over, and where it was closed when it was first seen: nobody knows when it was handed over.</summary>
    public static HandOver? Of(Order order) => order.ShipBy is { } deadline && order.ShipByRule?.Kind is not (DeadlineRule.ConfirmLimit or DeadlineRule.PackLimit) && (order.ClosedAt is not { } closed || closed > order.TakenAt)
        ? new HandOver(
            Instant.Min(order.OrderedAt, order.TakenAt), deadline,
            order.State == OrderState.Shipped ? order.ShippedAt : null,
            order.State == OrderState.Cancelled ? order.CancelledAt : null)
        : null;

    /// <value>When it was over, one way or the other.</value>
    public Instant? EndedAt => HandedOverAt ?? ClosedAt;

    public bool IsOpenAt(Instant at) => SeenFrom <= at && (EndedAt is not { } end || end > at);

    /// <summary>Working time that the shop had for it, up to an instant: by the calendar of what it promises, from when the promise counts.</summary>
    /// <param name="calendar">Counts where the shop promises nothing of its own.</param>
    public Duration WorkedUntil(Instant at, WorkCalendar calendar, HandlingTime? promise) => (promise?.Calendar ?? calendar).WorkingTime(promise?.BeginsAt(SeenFrom) ?? SeenFrom, at);

    /// <value>Handed over after its deadline. False while nobody knows.</value>
    public bool IsLate => HandedOverAt > ShipBy;
}
