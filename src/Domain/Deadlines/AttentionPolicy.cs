using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Deadlines;

/// <summary>What a person says about an open order: I am on it, remind me later, somebody else has it.</summary>
public static class AttentionPolicy
{
    /// <value>Longer names are cut: an owner is shown in every line of a mail.</value>
    public const int LongestName = 60;

    /// <summary>Quiet until the last rung before the deadline, which comes again, as overdue always does. Whoever acknowledges first owns the order.</summary>
    /// <param name="quietFor">Quiet for this long at most; null: until the last rung.</param>
    /// <remarks>Where that rung has passed already, quiet until the deadline.</remarks>
    public static Order Acknowledge(Order order, Ladder ladder, string by, Duration? quietFor, Instant now)
    {
        var acknowledged = order with
        {
            Acknowledged = new Acknowledgement(by, now, Until(order, ladder, now, quietFor)),
            Owner = order.Owner ?? Name(by),
        };

        // A snooze had put the next look off; what it would have waited for may come earlier now.
        return order.Acknowledged is { RemindsAtEnd: true } ? acknowledged with { LookAt = DeadlinePolicy.FirstLook(acknowledged, ladder, now) } : acknowledged;
    }

    /// <summary>Quiet for a while; then the order is named again, with all that was reached meanwhile. Never past the last rung, nor past the deadline once that has come.</summary>
    public static Order Snooze(Order order, Ladder ladder, string by, Duration time, Instant now)
    {
        var snoozed = order with { Acknowledged = new Acknowledgement(by, now, Until(order, ladder, now, time), RemindsAtEnd: true) };
        return snoozed with { LookAt = DeadlinePolicy.FirstLook(snoozed, ladder, now) };
    }

    /// <summary>Gives the order to somebody; an empty name gives it back to nobody.</summary>
    public static Order Assign(Order order, string owner) => order with { Owner = Name(owner) };

    private static Instant Until(Order order, Ladder ladder, Instant now, Duration? time)
    {
        var deadline = order.ShipBy ?? now;
        var last = ladder.ReachedAt(ladder.LastBeforeDeadline, deadline);
        var latest = last > now ? last : Instant.Max(now, deadline);
        return time is { } wanted ? Instant.Min(latest, now + wanted) : latest;
    }

    private static string? Name(string text)
    {
        var name = text.Trim();
        return name.Length == 0 ? null : name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }
}
