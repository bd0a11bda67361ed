using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Tests.FirstUse;

/// <summary>A ledger whose caller dies at one of its calls, before or after it took effect.</summary>
internal sealed class DyingLedger(ILedger inner, int calls, bool takesEffect) : ILedger
{
    private int _left = calls;

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => AliveAsync(() => inner.FindAsync(pool, key, cancel));

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => AliveAsync(() => inner.RangeAsync(pool, range, limit, cancel));

    public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => AliveAsync(() => inner.TryCommitAsync(pool, commit, cancel));

    private async Task<T> AliveAsync<T>(Func<Task<T>> call)
    {
        var dies = --_left <= 0;
        var answer = dies && !takesEffect ? default! : await call();
        return dies ? throw new LedgerUnreachableException("the process died", new TimeoutException()) : answer;
    }
}
