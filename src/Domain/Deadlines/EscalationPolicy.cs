using NodaTime;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Deadlines;

/// <summary>Who is told when nobody acknowledges: the second contact, once for each pressing rung.</summary>
/// <remarks>Only the last rung before the deadline and overdue climb; what can wait never does. Whoever acknowledges or snoozes after the rung stops it.</remarks>
public static class EscalationPolicy
{
    /// <summary>Rungs whose time to be acknowledged is over, the earliest first.</summary>
    public static IReadOnlyList<string> DueBy(Order order, Ladder ladder, Instant now) =>
        [.. Unanswered(order, ladder).Where(one => one.At <= now).Select(one => one.Note.Rung)];

    /// <summary>When the next rung's time is over; null when none runs.</summary>
    public static Instant? NextAfter(Order order, Ladder ladder, Instant now) =>
        Unanswered(order, ladder).Where(one => one.At > now).Select(one => (Instant?)one.At).Min();

    private static IEnumerable<(RungNote Note, Instant At)> Unanswered(Order order, Ladder ladder) => ladder.EscalateAfter is not { } after
        ? []
        : from note in order.Warned
          where note is { Fate: RungFate.Named, EscalatedAt: null } && ladder.SeverityOf([note.Rung]) == Severity.Critical
          where order.Acknowledged is not { } said || said.At < note.At
          select (note, note.At + after);
}
