using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Tests.Ledger;

/// <summary>Counts what is asked of the ledger behind it.</summary>
internal sealed class CountingLedger(ILedger inner) : ILedger
{
    public int Reads { get; private set; }

    public int Commits { get; private set; }

    /// <summary>What one step asks; the counters begin anew with it.</summary>
    public async Task<(int Reads, int Commits)> CountAsync(Func<Task> step)
    {
        (Reads, Commits) = (0, 0);
        await step();
        return (Reads, Commits);
    }

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
    {
        Reads++;
        return inner.RangeAsync(pool, range, limit, cancel);
    }

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
    {
        Reads++;
        return inner.FindAsync(pool, key, cancel);
    }

    public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        Commits++;
        return inner.TryCommitAsync(pool, commit, cancel);
    }
}
