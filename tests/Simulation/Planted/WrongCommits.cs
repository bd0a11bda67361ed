using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Machine;
using ShipBy.Simulation.Ports;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Planted;

/// <summary>Writes whatever was read before, whoever has written since.</summary>
internal sealed class ChecksNoVersion(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) =>
        Inner.TryCommitAsync(pool, Each(commit, WithoutVersion), cancel);
}

/// <summary>Who has the lease thinks himself alone: nothing in his commits would refuse him, should he have lost it meanwhile.</summary>
internal sealed class TrustsTheLease(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) =>
        Inner.TryCommitAsync(pool, commit.Changes.Any(change => RowOf(change) is LeaseRow) ? Each(commit, WithoutVersion) : commit, cancel);
}

/// <summary>After an answer that got lost it writes the same again, and does not look first what the ledger says by now.</summary>
internal sealed class RetriesBlindly(ILedger inner, Seam seam) : LedgerDecorator(inner)
{
    public override async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        try
        {
            return await Inner.TryCommitAsync(pool, commit, cancel);
        }
        catch (LedgerUnreachableException)
        {
            await seam.Life.After(5 * Scheduler.Second);
            var again = new CommitSet();
            foreach (var change in commit.Changes)
            {
                var isThere = await Inner.FindAsync(pool, change.Key, cancel) is not null;
                if (RowOf(change) is { } row)
                {
                    again.With(isThere ? new RowChange.Replace(row, Version: null) : new RowChange.Insert(row));
                }
                else if (isThere)
                {
                    again.With(new RowChange.Delete(change.Key));
                }
            }

            return await Inner.TryCommitAsync(pool, again, cancel);
        }
    }
}

/// <summary>The order is moved on in one commit, and its place in the due index is left for another time.</summary>
internal sealed class LeavesTheDueRow(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => Inner.TryCommitAsync(
        pool,
        new CommitSet().With([.. commit.Changes.Where(change => !(change is RowChange.Delete && change.Key.Value.StartsWith("due|", StringComparison.Ordinal)))]),
        cancel);
}

/// <summary>Notes the rungs in the commit of the order, and writes the mail in one of its own.</summary>
internal sealed class NotesBeforeTheNotice(ILedger inner) : LedgerDecorator(inner)
{
    public override async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        var mails = commit.Changes.Where(change => change is RowChange.Insert { Row: NoticeRow }).ToList();
        var outcome = await Inner.TryCommitAsync(pool, new CommitSet().With([.. commit.Changes.Except(mails)]), cancel);
        if (outcome.IsCommitted && mails.Count > 0)
        {
            await Inner.TryCommitAsync(pool, new CommitSet().With([.. mails]), cancel);
        }

        return outcome;
    }
}
