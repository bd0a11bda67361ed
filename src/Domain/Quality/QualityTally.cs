using ShipBy.Domain.Estimates;

namespace ShipBy.Domain.Quality;

/// <summary>What orders add to a day, or to several: only what is not nothing. Tallies add up, and one that was counted can be taken off again.</summary>
/// <param name="Counts">By measure, ascending.</param>
/// <param name="Defective">Orders by the set of all their defects, by the day of the order: whichever kinds somebody counts, an order with two of them is one.</param>
/// <param name="Took">How long orders took from the payment to the hand-over, by the calendar, by the day of the hand-over.</param>
public sealed record QualityTally(IReadOnlyList<QualityTally.Count> Counts, IReadOnlyList<QualityTally.DefectCount> Defective, HandlingTimes Took)
{
    public static QualityTally None { get; } = new([], [], HandlingTimes.None);

    public bool IsNothing => Counts.Count == 0 && Defective.Count == 0 && Took.Hours.Count == 0;

    public long this[QualityMeasure measure] => Counts.FirstOrDefault(count => count.Measure == measure)?.Number ?? 0;

    /// <summary>Orders that have one of these defects at least.</summary>
    public long DefectiveBy(DefectKinds any) => Defective.Where(count => count.Kinds.Has(any)).Sum(count => count.Orders);

    public static QualityTally Of(IEnumerable<(QualityMeasure Measure, long Number)> counts, DefectKinds defects = DefectKinds.None, HandlingTimes? took = null) => new(
        Summed(counts.Select(count => new Count(count.Measure, count.Number))),
        defects == DefectKinds.None ? [] : [new DefectCount(defects, 1)],
        took ?? HandlingTimes.None);

    public static QualityTally Sum(IEnumerable<QualityTally> several)
    {
        var all = several.ToList();
        return all.Count == 0 ? None : new QualityTally(
            Summed(all.SelectMany(tally => tally.Counts)),
            [
                .. all.SelectMany(tally => tally.Defective).GroupBy(count => count.Kinds, count => count.Orders)
                    .Select(kinds => new DefectCount(kinds.Key, kinds.Sum()))
                    .Where(count => count.Orders != 0)
                    .OrderBy(count => count.Kinds),
            ],
            HandlingTimes.Of(all.Select(tally => tally.Took)));
    }

    public static QualityTally operator +(QualityTally one, QualityTally other) => Sum([one, other]);

    public static QualityTally operator -(QualityTally tally) => new(
        [.. tally.Counts.Select(count => count with { Number = -count.Number })],
        [.. tally.Defective.Select(count => count with { Orders = -count.Orders })],
        -tally.Took);

    public bool Equals(QualityTally? other) => other is not null && Counts.SequenceEqual(other.Counts) && Defective.SequenceEqual(other.Defective) && Took.Equals(other.Took);

    public override int GetHashCode() => Counts.Aggregate(0, HashCode.Combine);

    private static IReadOnlyList<Count> Summed(IEnumerable<Count> counts) =>
    [
        .. counts.GroupBy(count => count.Measure, count => count.Number)
            .Select(measure => new Count(measure.Key, measure.Sum()))
            .Where(count => count.Number != 0)
            .OrderBy(count => count.Measure),
    ];

    public sealed record Count(QualityMeasure Measure, long Number);

    public sealed record DefectCount(DefectKinds Kinds, long Orders);
}

/// <summary>One shop's part of a day.</summary>
public sealed record ShopQuality(string Shop, QualityTally Tally)
{
    /// <summary>One for each shop, by name; shops without anything are left out.</summary>
    public static IReadOnlyList<ShopQuality> Sum(IEnumerable<ShopQuality> several) =>
    [
        .. several.GroupBy(one => one.Shop, one => one.Tally, StringComparer.Ordinal)
            .Select(shop => new ShopQuality(shop.Key, QualityTally.Sum(shop)))
            .Where(sum => !sum.Tally.IsNothing)
            .OrderBy(sum => sum.Shop, StringComparer.Ordinal),
    ];
}
