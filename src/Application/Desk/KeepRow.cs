using ShipBy.Application.Ledger;

namespace ShipBy.Application.Desk;

/// <summary>Rows that a person writes as a whole: whoever saves last is right.</summary>
internal static class KeepRow
{
    private const int Patience = 5;

    /// <param name="row">Null: it shall not be there.</param>
    /// <returns>False when others kept writing it at the same moment.</returns>
    public static async Task<bool> AsAsync(ILedger ledger, RowKey key, LedgerRow? row, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            RowChange? change = (await ledger.FindAsync(DeskPool.Name, key, cancel), row) switch
            {
                (null, null) => null,
                (null, { } first) => new RowChange.Insert(first),
                ({ } there, null) => new RowChange.Delete(key, there.Version),
                ({ } there, { } other) => new RowChange.Replace(other, there.Version),
            };
            if (change is null || (await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With(change), cancel)).IsCommitted)
            {
                return true;
            }
        }

        return false;
    }
}
