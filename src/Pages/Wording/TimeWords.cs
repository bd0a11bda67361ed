using NodaTime;

namespace ShipBy.Pages.Wording;

/// <summary>How a language speaks of time.</summary>
/// <param name="UnitGap">What stands between a number and its unit.</param>
/// <param name="PartGap">What stands between two numbers with their units.</param>
public sealed record TimeWords(string Day, string Hour, string Minute, string Second, string UnitGap, string PartGap)
{
    public required Func<string, string> Left { get; init; }

    public required Func<string, string> Overdue { get; init; }

    public required string NoDeadline { get; init; }

    public required Func<string, string> Ago { get; init; }

    /// <value>A rung of the ladder, told by the time before the deadline.</value>
    public required Func<string, string> RungBefore { get; init; }

    public required string RungOverdue { get; init; }

    /// <value>Day of the week, date and minute on the shop's wall clock.</value>
    public required Func<LocalDateTime, string> Moment { get; init; }
}
