namespace ShipBy.Domain.Stock;

/// <summary>How seldom a product shall run out while a supplier delivers.</summary>
public enum ServiceLevel
{
    Ninety,

    NinetyFive,

    NinetySevenAndAHalf,

    NinetyNine,
}

/// <summary>When to order a product anew, and how much.</summary>
/// <remarks>
/// The textbook's reorder point with a known lead time and daily demands that do not depend on each other (Silver, Pyke and Thomas, "Inventory and Production
/// Management in Supply Chains", chapter 6): mean daily demand × lead time + z × standard deviation of daily demand × √lead time. The z of a service level is
/// the standard normal distribution's. Demand that trends or is seasonal is more than it knows of; that is why its numbers are shown.
/// </remarks>
public static class ReorderPolicy
{
    /// <value>Of fewer days nobody can tell how much demand varies.</value>
    public const int FewestDays = 14;

    /// <value>Days of demand that an order covers beyond the reorder point.</value>
    public const int DaysCovered = 30;

    /// <value>Products whose standard deviation is at most half their mean are class X of the usual XYZ analysis: their demand can be foreseen.</value>
    private const double SteadyUpTo = 0.5;

    /// <param name="days">Units sold, by day, the days without sales too; at least <see cref="FewestDays"/>.</param>
    /// <param name="position">Units that are free, and those that are incoming.</param>
    public static Reorder Of(IReadOnlyList<int> days, int leadDays, ServiceLevel level, int position)
    {
        var mean = days.Average();
        var deviation = Math.Sqrt(days.Sum(units => (units - mean) * (units - mean)) / (days.Count - 1));
        var point = (int)Math.Ceiling(Math.Round(mean * leadDays + ZOf(level) * deviation * Math.Sqrt(leadDays), 6));

        return new Reorder(mean, deviation, leadDays, ZOf(level), point, position)
        {
            Quantity = position <= point && mean > 0 ? (int)Math.Ceiling(Math.Round(point + mean * DaysCovered - position, 6)) : 0,
            IsSteady = mean >= 1 && deviation <= SteadyUpTo * mean,
        };
    }

    /// <summary>The quantile of the standard normal distribution.</summary>
    public static double ZOf(ServiceLevel level) => level switch
    {
        ServiceLevel.Ninety => 1.2816,
        ServiceLevel.NinetyFive => 1.6449,
        ServiceLevel.NinetySevenAndAHalf => 1.9600,
        ServiceLevel.NinetyNine => 2.3263,
        _ => throw new InvalidOperationException($"No quantile is written for {level}."),
    };
}

/// <summary>What follows from a product's demand, with the numbers it follows from.</summary>
/// <param name="Mean">Units a day.</param>
/// <param name="Deviation">Standard deviation of the units of a day.</param>
/// <param name="Point">Units, free and incoming, from which on it is time to order.</param>
/// <param name="Position">Units, free and incoming, now.</param>
public sealed record Reorder(double Mean, double Deviation, int LeadDays, double Z, int Point, int Position)
{
    /// <value>Units to order now; 0 while there is time.</value>
    public int Quantity { get; init; }

    /// <value>Sold day by day in much the same number: worth lying in the marketplace's own warehouse, from where it ships without us.</value>
    public bool IsSteady { get; init; }
}
