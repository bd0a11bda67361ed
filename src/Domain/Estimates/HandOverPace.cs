using NodaTime;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Estimates;

/// <summary>How fast a shop hands orders over once their deadline is near: hand-overs in so many working hours that orders lay open.</summary>
/// <remarks>
/// A gamma-Poisson model (conjugate, so that the estimate is two sums): the shop's pace is what was handed over by the working time in which it could have been, with a weak
/// prior; orders of one shop differ from one another, so that one which has lain for long already is taken for a slow one. Only the last three days before each deadline count,
/// and what lies behind it: what is due next week is left lying by a quick shop too. Nothing here was fitted: the numbers are round and stand beside their reasons.
/// </remarks>
/// <param name="HandOvers">Number of orders, the prior's included.</param>
/// <param name="Exposure">Working time that orders lay open, summed over the orders, the prior's included.</param>
public sealed record HandOverPace(double HandOvers, Duration Exposure)
{
    /// <value>A shop that nobody knows is taken to hand over within one working day of twelve hours; two orders' worth of that, so that a handful of real ones outweighs it.</value>
    public static HandOverPace Prior { get; } = new(2, Duration.FromHours(24));

    /// <value>How much the orders of a shop differ: the paces of single orders spread by half around the shop's (a gamma of shape 4).</value>
    private const double Shape = 4;

    /// <value>Where "near the deadline" begins.</value>
    private static readonly Duration Near = Duration.FromHours(72);

    /// <value>Five working days of twelve hours: an order that lies for longer is a forgotten one, and tells nothing about the pace.</value>
    private static readonly Duration MostOfAnOrder = Duration.FromHours(60);

    /// <summary>What a shop's record showed at an instant. Nothing later than <paramref name="at"/> goes into it.</summary>
    public static HandOverPace Of(IEnumerable<HandOver> record, WorkCalendar calendar, Instant at) => record
        .Where(order => order.SeenFrom < at)
        .Aggregate(Prior, (pace, order) => pace.With(order, calendar, at));

    /// <summary>The chance that an order misses its deadline.</summary>
    /// <param name="lain">Working time that it has lain open.</param>
    /// <param name="left">Working time until its deadline. With none left it misses it for certain.</param>
    public double ChanceToMiss(Duration lain, Duration left)
    {
        var scale = Shape * Exposure.TotalHours / HandOvers;
        return Math.Pow((scale + lain.TotalHours) / (scale + lain.TotalHours + left.TotalHours), Shape);
    }

    private HandOverPace With(HandOver order, WorkCalendar calendar, Instant at)
    {
        var end = order.EndedAt is { } ended && ended <= at ? ended : at;
        var start = Instant.Max(order.SeenFrom, order.ShipBy - Near);
        return end <= start ? this : new HandOverPace(
            HandOvers + (order.HandedOverAt <= at ? 1 : 0),
            Exposure + Duration.Min(MostOfAnOrder, calendar.WorkingTime(start, end)));
    }
}
