using NodaTime;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Estimates;

/// <summary>How fast a shop hands orders over once their deadline is near: hand-overs in so many working hours that orders lay open.</summary>
/// <remarks>
/// A gamma-Poisson model (conjugate, so that the estimate is two sums): the shop's pace is what was handed over by the working time in which it could have been, with a weak
/// prior; orders of one shop differ from one another, so that one which has lain for long already is taken for a slow one. Nothing here was fitted: the numbers are round and
/// stand beside their reasons.
/// </remarks>
/// <param name="Record">What the shop's own orders showed, those that are over.</param>
public sealed record HandOverPace(HandOverRecord Record)
{
    /// <value>A shop that nobody knows is taken to hand over within one working day of twelve hours; two orders' worth of that, so that a handful of real ones outweighs it.</value>
    public static HandOverRecord Prior { get; } = new(2, Duration.FromHours(24));

    /// <value>A shop without a record.</value>
    public static HandOverPace Unknown { get; } = new(HandOverRecord.None);

    /// <value>How much the orders of a shop differ: the paces of single orders spread by half around the shop's (a gamma of shape 4).</value>
    private const double Shape = 4;

    /// <value>From here on the shop's own orders outweigh the prior by more than two to one.</value>
    private const int FewHandOvers = 5;

    /// <summary>What a shop's record showed at an instant. Nothing later than <paramref name="at"/> goes into it.</summary>
    public static HandOverPace Of(IEnumerable<HandOver> record, WorkCalendar calendar, Instant at) => new(record
        .Where(order => order.EndedAt <= at)
        .Aggregate(HandOverRecord.None, (sum, order) => sum + HandOverRecord.Of(order, calendar)));

    /// <value>Whether the prior still says more than the shop's own orders: a chance is a guess then.</value>
    public bool IsGuess => Record.HandOvers < FewHandOvers;

    /// <value>Working time that an order lies near its deadline before it is handed over, on average.</value>
    public Duration UsualWait => (Record.Exposure + Prior.Exposure) / (Record.HandOvers + Prior.HandOvers);

    /// <summary>The chance that an order misses its deadline.</summary>
    /// <param name="lain">Working time that it has lain open.</param>
    /// <param name="left">Working time until its deadline. With none left it misses it for certain.</param>
    public double ChanceToMiss(Duration lain, Duration left) => Math.Pow((Scale + lain.TotalHours) / (Scale + lain.TotalHours + left.TotalHours), Shape);

    /// <summary>How long an order has to lie, of the working time between its coming and its deadline, until its chance to miss is as high as given.</summary>
    /// <param name="chance">Above 0 and up to 1.</param>
    /// <returns>Zero where it is so high from the beginning; up to the next whole second, so that the chance is reached and not just missed.</returns>
    public Duration LainWhenChanceIs(double chance, Duration whole)
    {
        var hours = (Scale + whole.TotalHours) * Math.Pow(chance, 1 / Shape) - Scale;
        return Duration.Min(whole, Duration.FromSeconds(Math.Max(0, Math.Ceiling(hours * NodaConstants.SecondsPerHour))));
    }

    private double Scale => Shape * UsualWait.TotalHours;
}
