using System.Globalization;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Ledger;

/// <summary>The ledger's twin without a store, for simulation and tests. Proven by the same contract suite as the real one.</summary>
public sealed class InMemoryLedger : ILedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PoolName, SortedDictionary<string, Stored>> _pools = [];
    private long _version;

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Stored>>([.. Rows(pool).Values.Where(stored => range.Contains(stored.Row.Key)).Take(limit)]);
        }
    }

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult(Rows(pool).GetValueOrDefault(key.Value));
        }
    }

    public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        lock (_gate)
        {
            var rows = Rows(pool);
            if (!commit.Changes.All(change => Holds(rows, change)))
            {
                return Task.FromResult(CommitOutcome.Refused);
            }

            foreach (var change in commit.Changes)
            {
                Apply(rows, change);
            }

            return Task.FromResult(CommitOutcome.Committed);
        }
    }

    private static bool Holds(SortedDictionary<string, Stored> rows, RowChange change) => (change, rows.GetValueOrDefault(change.Key.Value)) switch
    {
        (RowChange.Insert, var there) => there is null,
        (RowChange.Replace(_, var version), var there) => there?.Version == version,
        (RowChange.Delete(_, null), var there) => there is not null,
        (RowChange.Delete(_, var version), var there) => there?.Version == version,
        _ => throw new InvalidOperationException($"No step is written for {change}."),
    };

    private void Apply(SortedDictionary<string, Stored> rows, RowChange change)
    {
        _ = change switch
        {
            RowChange.Insert(var row) => rows[row.Key.Value] = Stamp(row),
            RowChange.Replace(var row, _) => rows[row.Key.Value] = Stamp(row),
            RowChange.Delete(var key, _) => rows.Remove(key.Value, out var gone) ? gone : null,
            _ => throw new InvalidOperationException($"No step is written for {change}."),
        };
    }

    private Stored Stamp(LedgerRow row) => new(row, (++_version).ToString(CultureInfo.InvariantCulture));

    private SortedDictionary<string, Stored> Rows(PoolName pool)
    {
        if (!_pools.TryGetValue(pool, out var rows))
        {
            _pools[pool] = rows = new SortedDictionary<string, Stored>(StringComparer.Ordinal);
        }

        return rows;
    }
}
