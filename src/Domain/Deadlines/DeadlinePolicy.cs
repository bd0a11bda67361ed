using NodaTime;
using ShipBy.Domain.Estimates;
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

        var snooze = order.Acknowledged is { RemindsAtEnd: true } said ? said : null;
        if (now < snooze?.Until)
        {
            return new DeadlineAction.Wait(snooze.Until);
        }

        var course = ladder.CourseTo(deadline);
        if (EarlyWarningPolicy.PendingAt(order, ladder) is { } early && now < course[0].At)
        {
            return early > now ? new DeadlineAction.Wait(early) : new DeadlineAction.Warn([new RungNote(Rung.Early, RungFate.Named, now)], NextAfter(course, now));
        }

        var reached = course.Where(one => one.At <= now && order.Warned.All(note => note.Rung != one.Rung.Name));
        var lastPassedBefore = course.LastOrDefault(one => one.At <= order.SeenFrom).Rung;
        List<RungNote> notes =
        [
            .. now <= deadline && order.HasNoPickUpLeft && order.Warned.All(note => note.Rung != Rung.NoPickUp) ? [new RungNote(Rung.NoPickUp, RungFate.Named, now)] : Array.Empty<RungNote>(),
            .. reached.Select(one => new RungNote(one.Rung.Name, FateOf(one.Rung, one.At), now)),
        ];
        var escalated = EscalationPolicy.DueBy(order, ladder, now);
        var after = order with { Warned = [.. order.Warned, .. notes] };
        var next = new[] { NextAfter(course, now), EscalationPolicy.NextAfter(after, ladder, now) }.Min();

        return snooze is not null || escalated.Count > 0 || notes.Any(note => note.Fate == RungFate.Named)
            ? new DeadlineAction.Warn(notes, next) { IsReminder = snooze is not null, Escalated = escalated }
            : notes.Count > 0 ? new DeadlineAction.KeepQuiet(notes, next)
            : new DeadlineAction.Wait(next);

        RungFate FateOf(Rung rung, Instant at) =>
            !rung.IsOverdue && snooze is null && order.Acknowledged is { } quiet && at < quiet.Until && at >= quiet.At ? RungFate.Acknowledged
                : at <= order.SeenFrom && rung != lastPassedBefore ? RungFate.Covered
                : RungFate.Named;
    }

    private static Instant? NextAfter(IReadOnlyList<(Rung Rung, Instant At)> course, Instant now) =>
        course.Where(one => one.At > now).Select(one => (Instant?)one.At).FirstOrDefault();

    /// <summary>The order once the warning is written down.</summary>
    /// <param name="owed">Channels of the first contact that a rung's notice is written for.</param>
    public static Order Warned(Order order, DeadlineAction.Warn warn, int owed, Instant now) => order with
    {
        LookAt = warn.LookAgainAt,
        Warned =
        [
            .. order.Warned.Select(note => warn.Escalated.Contains(note.Rung) ? note with { EscalatedAt = now } : note),
            .. warn.Notes.Select(note => note with { Owed = owed }),
        ],
        Acknowledged = warn.IsReminder ? order.Acknowledged! with { RemindsAtEnd = false } : order.Acknowledged,
    };

    /// <summary>The first instant at which <see cref="Decide"/> would not just wait; null when it never will.</summary>
    public static Instant? FirstLook(Order order, Ladder ladder, Instant now) => Decide(order, ladder, now) switch
    {
        DeadlineAction.Wait(var at) => at,
        DeadlineAction.StopWatching => null,
        _ => now,
    };
}
