using NodaTime;

namespace ShipBy.Domain.Deadlines;

/// <summary>A time in which other rules hold than usual, as a platform's notice or the shop itself sets them: a big sale, the days around Spring Festival.</summary>
/// <param name="PaidWithin">Orders paid in it are meant, however late they are handed over.</param>
/// <param name="Source">Where the rule was read.</param>
public sealed record PromotionPeriod(string Name, Interval PaidWithin, HandlingTime Time, string Source, Confidence Confidence)
{
    /// <summary>The limit that it sets for an order paid at <paramref name="paid"/>.</summary>
    public Limit LimitFor(Instant paid) =>
        new(LimitClock.HandOver, Time.EndFrom(paid), DeadlineRule.Promotion, $"{Name}, {Time.InWords}, {Confidence.ToString().ToLowerInvariant()}");

    /// <summary>The period that holds an instant; where several do, the one that sets the earliest limit.</summary>
    public static Limit? LimitFor(IEnumerable<PromotionPeriod> periods, Instant paid) =>
        periods.Where(period => period.PaidWithin.Contains(paid)).Select(period => period.LimitFor(paid)).MinBy(limit => limit.At);
}

/// <summary>How sure a date or a rule is that was entered by hand.</summary>
public enum Confidence
{
    /// <summary>Read in an official notice.</summary>
    Official,

    /// <summary>Follows from an official rule.</summary>
    Computed,

    /// <summary>Expected by what was usual; to be replaced once it is announced.</summary>
    Projection,
}
