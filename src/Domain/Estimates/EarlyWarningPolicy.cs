using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Estimates;

/// <summary>When one additional warning, before the ladder begins, is worth it: as soon as the shop's own pace makes a miss likely, while there is time to act.</summary>
/// <remarks>
/// The instant is computed once, when the order comes or its deadline moves, and stands in the order from then on: no sweep has to look for it. While an order lies open, what it has
/// lain and what is left of its working time add up to the same whole, so that the chance only rises, and the instant at which it is high enough can be told in advance.
/// It comes beside the ladder and never instead of a rung.
/// </remarks>
/// <param name="Threshold">The chance to miss from which it is worth it; 0 and 1 switch it off, since it would say the same about every order.</param>
public sealed record EarlyWarningPolicy(double Threshold, WorkCalendar Calendar)
{
    /// <value>Half a working day of twelve hours: with less than that before the first rung, the rung itself says it soon enough.</value>
    private static readonly Duration Enough = Duration.FromHours(6);

    /// <summary>When the order's additional warning comes, or should have come; null where none does any more: it was said, somebody is on it, or no pick-up is left, which says more.</summary>
    public static Instant? PendingAt(Order order, Ladder ladder) =>
        order is { EarlyAt: { } at, ShipBy: { } deadline, Acknowledged: null, HasNoPickUpLeft: false } && at < ladder.ReachedAt(ladder.Rungs[0], deadline) && order.Warned.All(note => note.Rung != Rung.Early)
            ? at
            : null;

    public bool IsOff => Threshold is <= 0 or >= 1;

    /// <summary>When the additional warning is due; in working time, and not before <paramref name="now"/>. Null: it is not worth one, or it is too late for it.</summary>
    /// <param name="order">An order that is new, or whose deadline is.</param>
    public Instant? For(Order order, HandOverPace pace, Ladder ladder, Instant now)
    {
        if (IsOff || pace.IsGuess || !order.State.IsOpen() || HandOver.Of(order) is not { } open)
        {
            return null;
        }

        var first = ladder.ReachedAt(ladder.Rungs[0], open.ShipBy);
        var lain = pace.LainWhenChanceIs(Threshold, Calendar.WorkingTime(open.SeenFrom, open.ShipBy));
        return Calendar.After(open.SeenFrom, lain) is { } reached
            && WhenOpen(Instant.Max(reached, now)) is var at
            && Calendar.WorkingTime(at, first) >= Enough
                ? at
                : null;
    }

    private Instant WhenOpen(Instant at) => Calendar.ClosedAround(at)?.End ?? at;
}
