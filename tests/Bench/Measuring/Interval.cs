namespace ShipBy.Bench.Measuring;

/// <summary>The median of some values and an interval around it.</summary>
internal sealed record Interval(double Median, double Low, double High)
{
    private const double Doubt = 0.05;

    /// <summary>The interval lies between two of the values, by their rank: it asks nothing of their distribution.</summary>
    /// <remarks>The narrowest pair of ranks, equally far from both ends, that holds the true median with 95 %. Fewer than six values cannot: then it is all of them.</remarks>
    public static Interval OfMedian(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var (outside, rank) = (0.0, -1);
        while (rank + 1 < sorted.Count / 2 && 2 * (outside + Chance(sorted.Count, rank + 1)) <= Doubt)
        {
            rank++;
            outside += Chance(sorted.Count, rank);
        }

        rank = Math.Max(rank, 0);
        return new Interval(Quantile(sorted, 0.5), sorted[rank], sorted[^(rank + 1)]);
    }

    /// <summary>The same around another quantile, for many values: the ranks follow from the normal approximation of how many lie below it.</summary>
    /// <param name="sorted">From small to large.</param>
    public static Interval OfQuantile(IReadOnlyList<double> sorted, double share)
    {
        var reach = 1.96 * Math.Sqrt(sorted.Count * share * (1 - share));
        var (low, high) = ((int)Math.Floor(sorted.Count * share - reach), (int)Math.Ceiling(sorted.Count * share + reach));
        return new Interval(Quantile(sorted, share), sorted[Math.Max(low, 0)], sorted[Math.Min(high, sorted.Count - 1)]);
    }

    /// <param name="sorted">From small to large, at least one.</param>
    public static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>Standard deviation by mean.</summary>
    public static double Unsteadiness(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Count < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)) / mean;
    }

    /// <summary>That exactly <paramref name="below"/> of the values lie below the true median.</summary>
    private static double Chance(int count, int below) =>
        Enumerable.Range(1, below).Aggregate(1.0, (chance, i) => chance * (count - below + i) / i) * Math.Pow(0.5, count);
}
