using System.Collections.ObjectModel;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Ledger;

/// <summary>The truth: rows in pools, read with their versions, changed in commits that take effect whole or not at all.</summary>
/// <exception cref="LedgerUnreachableException">Any method: the ledger gives no answer. A read changed nothing; of a commit nobody knows whether it took effect.</exception>
public interface ILedger
{
    /// <summary>Rows of one range in the order of their keys, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel);

    /// <summary>One row; null when there is none.</summary>
    Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel);

    /// <summary>Applies a commit set. After a time-out it finds out by itself whether the set took effect.</summary>
    /// <returns>
    /// Not committed when a row was no longer as it was read: look again, decide again. After a time-out this may also be said of a set that did take effect,
    /// if others have written its first row since or if it only deletes: whoever looks again sees what came of it.
    /// </returns>
    /// <exception cref="LedgerUnreachableException">Nobody knows whether it took effect. Deciding again from what the ledger then says is safe.</exception>
    /// <exception cref="InvalidOperationException">A row of it is too large for any store; see <see cref="CommitSet.MaxRowWeight"/>.</exception>
    Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel);
}

/// <summary>A row as it was read.</summary>
/// <param name="Version">Opaque; changes with every write of the row.</param>
public sealed record Stored(LedgerRow Row, string Version);

/// <summary>What became of a commit set.</summary>
/// <param name="IsCommitted">Whether all of it took effect; otherwise nothing of it did.</param>
/// <param name="Versions">The new versions of the rows that it wrote, by key; empty where it took effect and the answer got lost: read them again.</param>
public sealed record CommitOutcome(bool IsCommitted, IReadOnlyDictionary<RowKey, string> Versions)
{
    public static CommitOutcome Refused { get; } = new(false, ReadOnlyDictionary<RowKey, string>.Empty);

    /// <value>Committed, and the new versions are not known.</value>
    public static CommitOutcome TookEffect { get; } = new(true, ReadOnlyDictionary<RowKey, string>.Empty);
}

/// <summary>The ledger gives no answer. The next run looks again; nothing else has to be done.</summary>
public sealed class LedgerUnreachableException(string reason, Exception inner) : Exception($"The ledger gave no answer: {reason}.", inner);
