using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Desk;

/// <summary>Rows that a person writes as a whole: whoever saves last is right.</summary>
internal static class KeepRow
{
    private const int Patience = 5;

    /// <summary>Writes a row of the desk.</summary>
    /// <inheritdoc cref="AsAsync(ILedger, PoolName, RowKey, LedgerRow, CancellationToken)"/>
    public static Task<bool> AsAsync(ILedger ledger, RowKey key, LedgerRow? row, CancellationToken cancel) => AsAsync(ledger, DeskPool.Name, key, row, cancel);

    /// <param name="row">Null: it shall not be there.</param>
    /// <returns>False when others kept writing it at the same moment.</returns>
    public static async Task<bool> AsAsync(ILedger ledger, PoolName pool, RowKey key, LedgerRow? row, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            RowChange? change = (await ledger.FindAsync(pool, key, cancel), row) switch
            {
                (null, null) => null,
                (null, { } first) => new RowChange.Insert(first),
                ({ } there, null) => new RowChange.Delete(key, there.Version),
                ({ } there, { } other) => new RowChange.Replace(other, there.Version),
            };
            if (change is null || (await ledger.TryCommitAsync(pool, new CommitSet().With(change), cancel)).IsCommitted)
            {
                return true;
            }
        }

        return false;
    }
}
