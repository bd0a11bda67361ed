using NodaTime;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Cli.Backtest;

/// <summary>An order beside the mails that named it.</summary>
/// <param name="Due">Rungs that are owed.</param>
/// <param name="Named">Rungs that a mail named, once for each mail, and when.</param>
internal sealed record WarnedOrder(PastOrder Order, IReadOnlySet<string> Due, IReadOnlyList<(string Rung, Instant At)> Named)
{
    public int Sent => Named.Select(named => named.Rung).Distinct().Count(Due.Contains);

    public int Duplicated => Named.GroupBy(named => named.Rung).Count(group => group.Count() > 1);

    public int Extra => Named.Select(named => named.Rung).Distinct().Count(rung => !Due.Contains(rung));

    public bool IsWarnedBeforeDeadline => Named.Any(named => named.At < Order.ShipBy);

    /// <value>The rung of the ladder that named it first.</value>
    public string? FirstRung => Named.Where(named => named.Rung != Rung.Early).OrderBy(named => named.At).FirstOrDefault().Rung;

    /// <value>When it had an additional warning before the ladder; null: never.</value>
    public Instant? EarlyAt => Named.Where(named => named.Rung == Rung.Early).Select(named => (Instant?)named.At).Min();

    public bool IsFalseAlarm => Named.Count > 0 && Order.HandedOverAt <= Order.ShipBy;

    public static WarnedOrder Of(PastOrder order, PlayedSeller seller, Ladder ladder) =>
        new(order, WarningsDue.Of(order, ladder).ToHashSet(StringComparer.Ordinal), [.. seller.NamedOf(order.Number)]);
}
