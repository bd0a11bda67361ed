using NodaTime;

namespace ShipBy.Domain.Estimates;

/// <summary>How long orders took, or have taken so far, from when the shop could work on them: a count for each whole hour of working time. Such counts add up, as days do.</summary>
/// <param name="Hours">Ascending; an hour without orders is not among them.</param>
public sealed record HandlingTimes(IReadOnlyList<HandlingTimes.Count> Hours)
{
    /// <value>Sixty working days of twelve hours. An order that took longer is counted here: no shop promises so much, and a day's row keeps its bound.</value>
    public const int MostHours = 720;

    public static HandlingTimes None { get; } = new([]);

    /// <value>How many orders were counted.</value>
    public int Orders => Hours.Sum(count => count.Orders);

    public static HandlingTimes Of(IEnumerable<HandlingTimes> several) => new(
    [
        .. several.SelectMany(times => times.Hours).GroupBy(count => count.Hours, count => count.Orders)
            .Select(hour => new Count(hour.Key, hour.Sum()))
            .Where(count => count.Orders != 0)
            .OrderBy(count => count.Hours),
    ]);

    /// <summary>One order.</summary>
    /// <remarks>A promise is made in whole hours, and so an order is measured by the first whole hour that would have held it.</remarks>
    public static HandlingTimes Of(Duration worked) => new([new Count(Math.Clamp((int)Math.Ceiling(worked.TotalHours), 1, MostHours), 1)]);

    public int WithinHours(int hours) => Hours.Where(count => count.Hours <= hours).Sum(count => count.Orders);

    public static HandlingTimes operator +(HandlingTimes one, HandlingTimes other) => Of([one, other]);

    public static HandlingTimes operator -(HandlingTimes times) => new([.. times.Hours.Select(count => count with { Orders = -count.Orders })]);

    public bool Equals(HandlingTimes? other) => other is not null && Hours.SequenceEqual(other.Hours);

    public override int GetHashCode() => Hours.Aggregate(0, HashCode.Combine);

    /// <param name="Hours">At least 1.</param>
    public sealed record Count(int Hours, int Orders);
}
