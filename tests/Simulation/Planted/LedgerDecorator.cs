using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Simulation.Planted;

/// <summary>A ledger that does one thing wrong; what is not overridden is as it should be.</summary>
internal abstract class LedgerDecorator(ILedger inner) : ILedger
{
    protected ILedger Inner { get; } = inner;

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => Inner.RangeAsync(pool, range, limit, cancel);

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => Inner.FindAsync(pool, key, cancel);

    public abstract Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel);

    protected static CommitSet Each(CommitSet commit, Func<RowChange, RowChange> change) => new CommitSet().With([.. commit.Changes.Select(change)]);

    protected static RowChange WithRow(RowChange change, LedgerRow row) => change switch
    {
        RowChange.Insert => new RowChange.Insert(row),
        RowChange.Replace(_, var version) => new RowChange.Replace(row, version),
        _ => change,
    };

    protected static RowChange WithoutVersion(RowChange change) => change switch
    {
        RowChange.Replace(var row, _) => new RowChange.Replace(row, Version: null),
        RowChange.Delete(var key, _) => new RowChange.Delete(key),
        _ => change,
    };

    protected static LedgerRow? RowOf(RowChange change) => change switch
    {
        RowChange.Insert(var row) => row,
        RowChange.Replace(var row, _) => row,
        _ => null,
    };
}
