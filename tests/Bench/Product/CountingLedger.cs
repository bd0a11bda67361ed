using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Bench.Product;

/// <summary>A ledger that counts what is asked of it, which commits took effect and which were refused because somebody else was faster.</summary>
internal sealed class CountingLedger(ILedger inner) : ILedger
{
    private long _asked;
    private long _committed;
    private long _refused;

    public long Asked => Interlocked.Read(ref _asked);

    public long Committed => Interlocked.Read(ref _committed);

    public long Refused => Interlocked.Read(ref _refused);

    public static IServiceCollection Around(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(ILedger));
        services.Remove(inner);
        return services
            .AddSingleton(provider => new CountingLedger((ILedger)(inner.ImplementationInstance ?? inner.ImplementationFactory!(provider))))
            .AddSingleton<ILedger>(provider => provider.GetRequiredService<CountingLedger>());
    }

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
    {
        Interlocked.Increment(ref _asked);
        return inner.RangeAsync(pool, range, limit, cancel);
    }

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
    {
        Interlocked.Increment(ref _asked);
        return inner.FindAsync(pool, key, cancel);
    }

    public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        Interlocked.Increment(ref _asked);
        var outcome = await inner.TryCommitAsync(pool, commit, cancel);
        Interlocked.Increment(ref outcome.IsCommitted ? ref _committed : ref _refused);
        return outcome;
    }
}
