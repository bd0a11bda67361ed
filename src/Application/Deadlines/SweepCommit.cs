using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Deadlines;

/// <summary>What is due, decided, as much as fits into one commit: the orders move on and their warnings become notices.</summary>
internal sealed record SweepCommit(CommitSet Set, int Warned)
{
    public static SweepCommit Decide(IEnumerable<Stored> due, IReadOnlyDictionary<OrderKey, Stored> orders, Ladder ladder, NoticeRows notices, Instant now)
    {
        var commit = new CommitSet();
        var (warnings, escalated, weight) = (new List<WarningLine>(), new List<WarningLine>(), 0);
        foreach (var row in due)
        {
            var step = orders.GetValueOrDefault(((DueRow)row.Row).Order) is { } stored
                ? Step.Of(row, stored, ladder, notices, now)
                : new Step([new RowChange.Delete(row.Row.Key, row.Version)], null, null);
            weight += LedgerRow.WeightOf(step.Warning) + LedgerRow.WeightOf(step.Escalated);
            if (weight > notices.MaxWeight || commit.Changes.Count + step.Changes.Count + notices.Most > PoolTurn.MaxRows || !commit.TryAdd([.. step.Changes]))
            {
                break;
            }

            warnings.AddRange(step.Warning is { } warning ? [warning] : []);
            escalated.AddRange(step.Escalated is { } told ? [told] : []);
        }

        commit.With([.. notices.Of(Contact.First, warnings, [], now), .. notices.Of(Contact.Second, escalated, [], now)]);

        return new SweepCommit(commit, warnings.Count + escalated.Count);
    }

    /// <summary>One order's part.</summary>
    /// <param name="Warning">What the first contact is told; null for nothing.</param>
    /// <param name="Escalated">What the second contact is told; null for nothing.</param>
    private sealed record Step(IReadOnlyList<RowChange> Changes, WarningLine? Warning, WarningLine? Escalated)
    {
        public static Step Of(Stored due, Stored stored, Ladder ladder, NoticeRows notices, Instant now)
        {
            var read = stored.Order();
            var order = read.PastItsPickUp(now);
            var (after, warning, escalated) = DeadlinePolicy.Decide(order, ladder, now) switch
            {
                DeadlineAction.Wait(var at) => (order with { LookAt = at }, null, null),
                DeadlineAction.StopWatching => (order with { LookAt = null }, null, null),
                DeadlineAction.KeepQuiet quiet => (order with { LookAt = quiet.LookAgainAt, Warned = [.. order.Warned, .. quiet.Notes] }, null, null),
                DeadlineAction.Warn warn => (
                    DeadlinePolicy.Warned(order, warn, notices.Owed(order.HasNoPickUpLeft ? Severity.Critical : ladder.SeverityOf(warn.Named)), now), LineOf(warn.Named), LineOf(warn.Escalated)),
                var unknown => throw new InvalidOperationException($"No step is written for {unknown}."),
            };
            var changes = OrderWrite.Changes(stored, after.NotedSince(read, now));

            // A due row that its order does not know of is a leftover; without this it would be met for ever.
            var isLeftover = read.LookAt is not { } look || RowKey.Due(look, order.Key) != due.Row.Key;
            return new Step(isLeftover ? [.. changes, new RowChange.Delete(due.Row.Key, due.Version)] : changes, warning, escalated);

            WarningLine? LineOf(IReadOnlyList<string> rungs) => rungs.Count == 0 ? null : WarningLines.Of(order, rungs, ladder, now);
        }
    }
}
