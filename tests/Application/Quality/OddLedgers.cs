using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Tests.Quality;

/// <summary>Lets something else happen before the first commit.</summary>
internal sealed class Between(ILedger inner, Func<Task> meanwhile) : ILedger
{
    private bool _happened;

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

    public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        if (!_happened)
        {
            _happened = true;
            await meanwhile();
        }

        return await inner.TryCommitAsync(pool, commit, cancel);
    }
}

/// <summary>Does what it is told the first time, and says that it did not.</summary>
internal sealed class Forgetful(ILedger inner) : ILedger
{
    private bool _forgot;

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

    public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        var outcome = await inner.TryCommitAsync(pool, commit, cancel);
        (var forgets, _forgot) = (!_forgot, true);
        return forgets ? CommitOutcome.Refused : outcome;
    }
}
