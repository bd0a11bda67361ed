using NodaTime;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Cli.Backtest;

/// <summary>The warnings that a history owes, from the file alone: a second reading of the rule, beside the one that the use cases follow.</summary>
internal static class WarningsDue
{
    /// <summary>Names of the rungs at whose first sweep the order is open; of those that had passed when it appeared, the latest.</summary>
    public static IEnumerable<string> Of(PastOrder order, Ladder ladder)
    {
        var taken = SweepGrid.At(order.AppearsAt);
        var passed = ladder.Rungs.LastOrDefault(rung => ladder.ReachedAt(rung, order.ShipBy) <= order.AppearsAt);
        return
            from rung in ladder.Rungs
            let planned = ladder.ReachedAt(rung, order.ShipBy)
            where planned > order.AppearsAt || rung == passed
            where IsOpenAt(order, Instant.Max(taken, SweepGrid.At(planned)))
            select rung.Name;
    }

    /// <remarks>A tick polls before it sweeps: what ended by then is known to be over.</remarks>
    private static bool IsOpenAt(PastOrder order, Instant sweep) => order.EndsAt is not { } end || end > sweep;
}
