using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Checking;

/// <summary>The store behind the ledger or the history; the checker sees each change that took effect.</summary>
/// <param name="committed">Reads each change along.</param>
internal sealed class RecordedStore(Play play, Action<Life, PoolName, CommitSet> committed)
{
    private readonly InMemoryLedger _rows = new();

    public IReadOnlyList<Stored> Range(PoolName pool, KeyRange range, int limit) => _rows.RangeAsync(pool, range, limit, default).GetAwaiter().GetResult();

    public Stored? Find(PoolName pool, RowKey key) => _rows.FindAsync(pool, key, default).GetAwaiter().GetResult();

    /// <summary>Puts a row in that was there before anything began.</summary>
    public void Hold(PoolName pool, LedgerRow row) => _rows.TryCommitAsync(pool, new CommitSet().With(new RowChange.Insert(row)), default).GetAwaiter().GetResult();

    /// <param name="life">Whose commit it is; it may be dead by now, where a commit lands late.</param>
    public CommitOutcome Commit(Life life, PoolName pool, CommitSet commit)
    {
        var outcome = _rows.TryCommitAsync(pool, commit, default).GetAwaiter().GetResult();
        if (outcome.IsCommitted)
        {
            committed(life, pool, commit);
        }
        else
        {
            play.Trace.Say($"{life}: a commit of {commit.Changes.Count} rows is refused");
        }

        return outcome;
    }
}
