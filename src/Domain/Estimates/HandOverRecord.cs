using NodaTime;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Estimates;

/// <summary>What orders that are over showed of a shop's pace near their deadlines. Records add up, so that a day's or a year's worth is three numbers.</summary>
/// <param name="HandOvers">Orders that the carrier got.</param>
/// <param name="Exposure">Working time that orders lay open near their deadlines, summed over the orders; those that were never handed over are in it.</param>
public sealed record HandOverRecord(int HandOvers, Duration Exposure)
{
    public static HandOverRecord None { get; } = new(0, Duration.Zero);

    /// <value>Where "near the deadline" begins: what is due next week is left lying by a quick shop too.</value>
    private static readonly Duration Near = Duration.FromHours(72);

    /// <value>Five working days of twelve hours: an order that lies for longer is a forgotten one, and tells nothing about the pace.</value>
    private static readonly Duration MostOfAnOrder = Duration.FromHours(60);

    /// <summary>What one order showed; nothing while it is open, or where it was gone before it came near.</summary>
    public static HandOverRecord Of(HandOver order, WorkCalendar calendar)
    {
        var start = Instant.Max(order.SeenFrom, order.ShipBy - Near);
        return order.EndedAt is { } end && end > start
            ? new HandOverRecord(order.HandedOverAt is null ? 0 : 1, Duration.Min(MostOfAnOrder, calendar.WorkingTime(start, end)))
            : None;
    }

    public static HandOverRecord operator +(HandOverRecord one, HandOverRecord other) => new(one.HandOvers + other.HandOvers, one.Exposure + other.Exposure);

    public static HandOverRecord operator -(HandOverRecord record) => new(-record.HandOvers, -record.Exposure);
}
