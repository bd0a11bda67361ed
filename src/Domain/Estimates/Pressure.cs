using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Estimates;

/// <summary>How much an order presses: what lists are ordered by.</summary>
/// <param name="WorkingLeft">Working time until the deadline; null without a deadline.</param>
/// <param name="AtStake">The order's value; null where prices are unknown.</param>
public sealed record Pressure(bool IsOverdue, Duration? WorkingLeft, Money? AtStake, string Number)
{
    /// <remarks>Working time and not clock time: of two orders that are due on Saturday and on Sunday neither leaves more to do it in than the other.</remarks>
    public static Pressure Of(Instant? deadline, Money? atStake, string number, WorkCalendar calendar, Instant now) =>
        new(deadline < now, deadline is { } due ? calendar.WorkingTime(now, due) : null, atStake, number);
}

/// <summary>The most pressing first: overdue, then by working time left, then by money at stake, then by number. Without a deadline last.</summary>
/// <remarks>Money of several currencies is not exchanged: each currency keeps together. What has no known value comes behind what has one.</remarks>
public sealed class MostPressing : IComparer<Pressure>
{
    private static readonly Comparison<Pressure>[] Rules =
    [
        (one, other) => other.IsOverdue.CompareTo(one.IsOverdue),
        (one, other) => (one.WorkingLeft ?? Duration.MaxValue).CompareTo(other.WorkingLeft ?? Duration.MaxValue),
        (one, other) => (one.AtStake is null).CompareTo(other.AtStake is null),
        (one, other) => string.CompareOrdinal(one.AtStake?.Currency, other.AtStake?.Currency),
        (one, other) => (other.AtStake?.MinorUnits ?? 0).CompareTo(one.AtStake?.MinorUnits ?? 0),
        (one, other) => string.CompareOrdinal(one.Number, other.Number),
    ];

    private MostPressing() { }

    public static MostPressing First { get; } = new();

    public int Compare(Pressure? x, Pressure? y) =>
        x is null || y is null ? (x is null).CompareTo(y is null) : Rules.Select(rule => rule(x, y)).FirstOrDefault(order => order != 0);
}
