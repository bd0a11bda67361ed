using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Reporting;

/// <summary>A warning that had to be sent: the order, the rung, and the deadline (Unix seconds) it belongs to.</summary>
internal sealed record DueWarning(string Order, string Rung, long Deadline);

/// <summary>Works out which warnings an order owed.</summary>
/// <remarks>
/// A rung is owed when the order stayed open, under the same limit, for more than two sweeps after the rung's instant Rungs
/// that had passed when the order came, or when its limit was moved, are owed as one: the latest of them. Times at which
/// nobody could watch (see <see cref="AppKnowledge.Gaps"/>) do not count as staying open, and what was acknowledged is not owed.
/// </remarks>
internal sealed class WarningsDue(Ladder ladder, IReadOnlyList<Gap> gaps)
{
    public IEnumerable<DueWarning> Of(OrderTrack order, DateTimeOffset closed)
    {
        var reached = -1;
        foreach (var span in DeadlineSpan.Of(order, closed))
        {
            if (span.Limit is not { } limit)
            {
                continue;
            }

            foreach (var rung in Owed(order, span, limit, reached))
            {
                yield return new DueWarning(order.Plan.Number, rung.Name, limit.ToUnixTimeSeconds());
            }

            reached = Math.Max(reached, ladder.Rungs.Count(rung => limit - rung.Before < span.To) - 1);
        }
    }

    /// <param name="reached">The most urgent rung, by its place, that an earlier limit had reached; -1: none.</param>
    private IEnumerable<Rung> Owed(OrderTrack order, DeadlineSpan span, DateTimeOffset limit, int reached)
    {
        var passed = ladder.Rungs.Count(rung => limit - rung.Before < span.From);
        for (var i = Math.Max(0, passed - 1); i < ladder.Rungs.Count; i++)
        {
            var rung = ladder.Rungs[i];
            var from = i < passed ? span.From : limit - rung.Before;
            var knownAlready = i < passed && i <= reached;
            if (!knownAlready && Watched(from, span.To) > RunClock.TwoSweeps && !IsAcknowledged(order, rung, from))
            {
                yield return rung;
            }
        }
    }

    private TimeSpan Watched(DateTimeOffset from, DateTimeOffset to)
    {
        var unwatched = gaps.Select(gap => (gap.To < to ? gap.To : to) - (gap.From > from ? gap.From : from)).Where(overlap => overlap > TimeSpan.Zero);
        return to - from - unwatched.Aggregate(TimeSpan.Zero, (sum, overlap) => sum + overlap);
    }

    /// <summary>Overdue is never acknowledged in advance. The report is read every second, so it shows an acknowledgement a little late.</summary>
    private static bool IsAcknowledged(OrderTrack order, Rung rung, DateTimeOffset instant) =>
        rung.Name != Ladder.Overdue
        && instant >= order.AcknowledgedSeenAt - RunClock.TwoSweeps
        && instant <= order.App?.AcknowledgedUntil;
}
