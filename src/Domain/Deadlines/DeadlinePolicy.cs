using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Deadlines;

/// <summary>When an open order's deadline asks for a warning. Every rung of a deadline is warned about at most once.</summary>
public static class DeadlinePolicy
{
    /// <remarks>
    /// Several rungs at once, after a gap or on an order that arrives inside the ladder, are one warning. It names every rung that was reached while the
    /// order could be seen, and the latest of those that had passed before; earlier ones are covered by it.
    /// </remarks>
    public static DeadlineAction Decide(Order order, Ladder ladder, Instant now)
    {
        if (!order.State.IsOpen() || order.ShipBy is not { } deadline)
        {
            return new DeadlineAction.StopWatching();
        }

        var next = ladder.NextAfter(deadline, now);
        var reached = ladder.ReachedAndOpen(order, now);
        if (reached.Count == 0)
        {
            return new DeadlineAction.Wait(next);
        }

        var lastPassedBefore = ladder.Rungs.LastOrDefault(rung => ladder.ReachedAt(rung, deadline) <= order.SeenFrom);
        var notes = reached.Select(rung => new RungNote(rung.Name, FateOf(rung), now)).ToList();

        return notes.Any(note => note.Fate == RungFate.Named)
            ? new DeadlineAction.Warn(notes, next)
            : new DeadlineAction.KeepQuiet(notes, next);

        RungFate FateOf(Rung rung)
        {
            var at = ladder.ReachedAt(rung, deadline);
            return !rung.IsOverdue && order.Acknowledged is { } said && at < said.Until && at >= said.At ? RungFate.Acknowledged
                : at <= order.SeenFrom && rung != lastPassedBefore ? RungFate.Covered
                : RungFate.Named;
        }
    }

    /// <summary>The first instant at which <see cref="Decide"/> would not just wait; null when it never will.</summary>
    public static Instant? FirstLook(Order order, Ladder ladder, Instant now) => Decide(order, ladder, now) switch
    {
        DeadlineAction.Wait(var at) => at,
        DeadlineAction.StopWatching => null,
        _ => now,
    };

    /// <summary>Acknowledged: quiet until the last rung before the deadline, which comes again, as overdue always does.</summary>
    /// <remarks>Where that rung has passed already, quiet until the deadline.</remarks>
    public static Acknowledgement Acknowledge(Order order, Ladder ladder, string by, Instant now)
    {
        var deadline = order.ShipBy ?? now;
        var last = ladder.ReachedAt(ladder.LastBeforeDeadline, deadline);
        return new Acknowledgement(by, now, last > now ? last : Instant.Max(now, deadline));
    }
}
