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

    public string? FirstRung => Named.Count > 0 ? Named.MinBy(named => named.At).Rung : null;

    public bool IsFalseAlarm => Named.Count > 0 && Order.HandedOverAt <= Order.ShipBy;

    public static WarnedOrder Of(PastOrder order, PlayedSeller seller, Ladder ladder) =>
        new(order, WarningsDue.Of(order, ladder).ToHashSet(StringComparer.Ordinal), [.. seller.NamedOf(order.Number)]);
}
