using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Links;

/// <summary>What a link about an order may still do. It never does what the page of its order would not.</summary>
/// <param name="QuietAfterAcknowledge">As <see cref="AttentionPolicy.Acknowledge"/> takes it.</param>
/// <param name="Zone">Of the shop, for its mornings.</param>
public sealed record LinkPolicy(Ladder Ladder, Duration? QuietAfterAcknowledge, DateTimeZone Zone)
{
    /// <param name="order">Null where the ledger has none.</param>
    /// <param name="isUsed">Whether it was pressed before.</param>
    public LinkSight Look(AlertLink link, Order? order, bool isUsed, Instant now)
    {
        var subject = order is null ? null : new LinkSubject.AnOrder(order);
        return order switch
        {
            null => new LinkSight.Closed(null),
            _ when !order.State.IsOpen() => new LinkSight.Closed(subject),
            _ when !link.IsAbout(order) => new LinkSight.Moved(subject),
            _ when isUsed => new LinkSight.Used(subject),
            _ when link.Action == LinkAction.Acknowledge && order.Acknowledged is { RemindsAtEnd: false } said && said.Stands(order.ShipBy, now) => new LinkSight.Answered(subject),
            _ when link.Action == LinkAction.Snooze && order.ShipBy <= now => new LinkSight.TooLate(subject),
            _ => new LinkSight.Open(subject, Offers(link, order, now)),
        };
    }

    /// <summary>The order once the button is pressed.</summary>
    /// <param name="time">What was chosen; null for an acknowledgement.</param>
    public Order Press(Order order, SnoozeTime? time, string by, Instant now) => time is { } chosen
        ? AttentionPolicy.Snooze(order, Ladder, by, chosen.LengthFrom(now, Zone), now)
        : AttentionPolicy.Acknowledge(order, Ladder, by, QuietAfterAcknowledge, now);

    /// <remarks>Choices that the last rung, or the deadline, cuts short to the same instant are one choice.</remarks>
    private IReadOnlyList<LinkOffer> Offers(AlertLink link, Order order, Instant now)
    {
        IEnumerable<SnoozeTime?> times = link.Action == LinkAction.Snooze ? Enum.GetValues<SnoozeTime>().Cast<SnoozeTime?>() : [null];
        return [.. times.Select(time => OfferOf(time, Press(order, time, "", now), now)).DistinctBy(offer => offer.Until)];
    }

    private LinkOffer OfferOf(SnoozeTime? time, Order pressed, Instant now)
    {
        var (deadline, until) = (pressed.ShipBy!.Value, pressed.Acknowledged!.Until);
        return new LinkOffer(
            time,
            until,
            deadline < now ? QuietEnd.NothingLeft
                : until >= deadline ? QuietEnd.Deadline
                : until == Ladder.ReachedAt(Ladder.LastBeforeDeadline, deadline) ? QuietEnd.LastReminder
                : QuietEnd.AsWanted);
    }
}
