using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Carriers;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Carriers;

/// <summary>The table of carriers that the seller keeps. One row of the ledger: it is read with one request, and changes as a whole or not at all.</summary>
public sealed class CarrierTable(ILedger ledger)
{
    /// <value>More would not be looked through by anybody.</value>
    public const int Most = 200;

    /// <value>Times a change is tried again while others change the table at the same moment.</value>
    private const int Patience = 10;

    public async Task<IReadOnlyList<CarrierTariff>> AllAsync(CancellationToken cancel) => Of(await ledger.FindAsync(DeskPool.Name, RowKey.Carriers, cancel));

    /// <summary>Adds a row, or changes the one that has its id.</summary>
    /// <param name="isNew">Otherwise one that somebody has removed since does not come back.</param>
    public Task<TableChange> SaveAsync(CarrierTariff tariff, bool isNew, CancellationToken cancel) => ChangeAsync(
        table => table.Any(one => one.Id == tariff.Id) ? [.. table.Select(one => one.Id == tariff.Id ? tariff : one)] : isNew ? [.. table, tariff] : null, cancel);

    public Task<TableChange> RemoveAsync(Guid id, CancellationToken cancel) => ChangeAsync(table => [.. table.Where(one => one.Id != id)], cancel);

    /// <param name="change">What the table shall be; null where the row that it is about is not there. Pure: it may be asked several times.</param>
    internal async Task<TableChange> ChangeAsync(Func<IReadOnlyList<CarrierTariff>, IReadOnlyList<CarrierTariff>?> change, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var stored = await ledger.FindAsync(DeskPool.Name, RowKey.Carriers, cancel);
            var before = Of(stored);
            if (change(before) is not { } after)
            {
                return TableChange.Gone;
            }

            var row = new CarriersRow([.. after.OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.UpTo ?? int.MaxValue)]);
            if (!Fits(after))
            {
                return TableChange.TooLarge;
            }

            if (before.SequenceEqual(after) || (await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With(stored is null ? new RowChange.Insert(row) : new RowChange.Replace(row, stored.Version)), cancel)).IsCommitted)
            {
                return TableChange.Done;
            }
        }

        return TableChange.OthersAtWork;
    }

    /// <summary>Whether one row of the ledger holds a table.</summary>
    internal static bool Fits(IReadOnlyList<CarrierTariff> table) => table.Count <= Most && new CarriersRow(table).Weight <= CommitSet.MaxRowWeight;

    private static IReadOnlyList<CarrierTariff> Of(Stored? stored) => stored?.Row is CarriersRow row ? row.Tariffs : [];
}

/// <summary>What became of a change of the table.</summary>
public enum TableChange
{
    Done,

    /// <summary>Somebody has removed the row.</summary>
    Gone,

    TooLarge,

    /// <summary>Others kept changing it.</summary>
    OthersAtWork,
}
