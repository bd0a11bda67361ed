using System.Globalization;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Ledger;

/// <summary>The ledger's twin without a store, for simulation and tests. Proven by the same contract suite as the real one.</summary>
public sealed class InMemoryLedger : ILedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PoolName, Partition> _pools = [];
    private long _version;

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Stored>>([.. Of(pool).Between(range).Take(limit)]);
        }
    }

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult(Of(pool).Rows.GetValueOrDefault(key.Value));
        }
    }

    public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        lock (_gate)
        {
            var rows = Of(pool);
            return Task.FromResult(commit.Changes.All(change => Holds(rows, change))
                ? new CommitOutcome(true, commit.Changes.Select(change => Apply(rows, change)).OfType<Stored>().ToDictionary(stored => stored.Row.Key, stored => stored.Version))
                : CommitOutcome.Refused);
        }
    }

    private static bool Holds(Partition partition, RowChange change) => (change, partition.Rows.GetValueOrDefault(change.Key.Value)) switch
    {
        (RowChange.Insert, var there) => there is null,
        (RowChange.Replace(_, var version), var there) => there is not null && (version ?? there.Version) == there.Version,
        (RowChange.Delete(_, var version), var there) => there is not null && (version ?? there.Version) == there.Version,
        _ => throw new InvalidOperationException($"No step is written for {change}."),
    };

    private Stored? Apply(Partition partition, RowChange change) => change switch
    {
        RowChange.Insert(var row) => partition.Put(Stamp(row)),
        RowChange.Replace(var row, _) => partition.Put(Stamp(row)),
        RowChange.Delete(var key, _) => partition.Remove(key),
        _ => throw new InvalidOperationException($"No step is written for {change}."),
    };

    private Stored Stamp(LedgerRow row) => new(row, (++_version).ToString(CultureInfo.InvariantCulture));

    private Partition Of(PoolName pool)
    {
        if (!_pools.TryGetValue(pool, out var partition))
        {
            _pools[pool] = partition = new Partition();
        }

        return partition;
    }

    /// <summary>Rows by key, and the keys in order, so that a range costs what it brings and not what there is.</summary>
    private sealed class Partition
    {
        private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

        public Dictionary<string, Stored> Rows { get; } = new(StringComparer.Ordinal);

        public IEnumerable<Stored> Between(KeyRange range) => string.CompareOrdinal(range.From, range.Before) >= 0
            ? []
            : _keys.GetViewBetween(range.From, range.Before).Where(key => key != range.Before).Select(key => Rows[key]);

        public Stored Put(Stored stored)
        {
            _keys.Add(stored.Row.Key.Value);
            return Rows[stored.Row.Key.Value] = stored;
        }

        public Stored? Remove(RowKey key)
        {
            _keys.Remove(key.Value);
            Rows.Remove(key.Value);
            return null;
        }
    }
}
