using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Bench.Product;

/// <summary>A ledger whose caller is killed at one of its calls: that call, and whatever would come after, never returns.</summary>
/// <param name="last">Number of the deadly call, from 1; 0 lets the caller live.</param>
/// <param name="takesEffect">Whether the deadly call still reaches the store.</param>
internal sealed class DyingLedger(ILedger inner, int last, bool takesEffect) : ILedger
{
    private readonly TaskCompletionSource _death = new();

    public int Calls { get; private set; }

    /// <value>Done when the caller is dead.</value>
    public Task Death => _death.Task;

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => CallAsync(() => inner.RangeAsync(pool, range, limit, cancel));

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => CallAsync(() => inner.FindAsync(pool, key, cancel));

    public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => CallAsync(() => inner.TryCommitAsync(pool, commit, cancel));

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        Calls++;
        if (last == 0 || Calls < last)
        {
            return await call();
        }

        if (Calls == last && takesEffect)
        {
            await call();
        }

        _death.TrySetResult();
        return await new TaskCompletionSource<T>().Task;
    }
}
