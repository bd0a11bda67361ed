using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Deadlines;

/// <summary>What is due, decided, as much as fits into one commit: the orders move on and their warnings become one mail.</summary>
internal sealed record SweepCommit(CommitSet Set, int Warned)
{
    private const int RowForTheNotice = 1;

    public static SweepCommit Decide(IEnumerable<Stored> due, IReadOnlyDictionary<OrderKey, Stored> orders, Ladder ladder, Guid noticeId, Instant now)
    {
        var commit = new CommitSet();
        var (warnings, noticeWeight) = (new List<WarningLine>(), 0);
        foreach (var row in due)
        {
            var stored = orders.GetValueOrDefault(((DueRow)row.Row).Order);
            var (changes, warning) = stored is null
                ? ([new RowChange.Delete(row.Row.Key, row.Version)], null)
                : Step(row, stored, ladder, now);
            noticeWeight += LedgerRow.WeightOf(warning);
            if (noticeWeight > CommitSet.MaxNoticeWeight || commit.Changes.Count + changes.Count + RowForTheNotice > PoolTurn.MaxRows || !commit.TryAdd([.. changes]))
            {
                break;
            }

            warnings.AddRange(warning is null ? [] : [warning]);
        }

        if (warnings.Count > 0)
        {
            commit.With(new RowChange.Insert(new NoticeRow(new Notice
            {
                Id = noticeId,
                State = NoticeState.Ready,
                CreatedAt = now,
                Warnings = WarningLines.MostUrgentFirst(warnings),
            })));
        }

        return new SweepCommit(commit, warnings.Count);
    }

    private static (IReadOnlyList<RowChange> Changes, WarningLine? Warning) Step(Stored due, Stored stored, Ladder ladder, Instant now)
    {
        var order = stored.Order();
        var (after, warning) = DeadlinePolicy.Decide(order, ladder, now) switch
        {
            DeadlineAction.Wait(var at) => (order with { LookAt = at }, null),
            DeadlineAction.StopWatching => (order with { LookAt = null }, null),
            DeadlineAction.KeepQuiet(var notes, var at) => (order with { LookAt = at, Warned = [.. order.Warned, .. notes] }, null),
            DeadlineAction.Warn warn => (order with { LookAt = warn.LookAgainAt, Warned = [.. order.Warned, .. warn.Notes] }, WarningLines.Of(order, warn.Named, ladder)),
            var unknown => throw new InvalidOperationException($"No step is written for {unknown}."),
        };
        var changes = OrderWrite.Changes(stored, after.NotedSince(order, now));

        // A due row that its order does not know of is a leftover; without this it would be met for ever.
        var isLeftover = order.LookAt is not { } look || RowKey.Due(look, order.Key) != due.Row.Key;
        return isLeftover ? ([.. changes, new RowChange.Delete(due.Row.Key, due.Version)], warning) : (changes, warning);
    }
}
