using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Tests.Ledger;

/// <summary>Gives no answer to anything.</summary>
internal sealed class SilentStore : ILedger
{
    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => throw Silence();

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => throw Silence();

    public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => throw Silence();

    private static LedgerUnreachableException Silence() => new("it is down", new IOException());
}
