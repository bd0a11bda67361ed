using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.FirstUse;

/// <summary>The one draft of the desk: every browser sees the same.</summary>
public sealed class StartDrafts(ILedger ledger, GuardOptions options)
{
    private const int Patience = 8;

    private DraftSeal Seal => new(options.DeskKey);

    /// <returns>An empty one where there is none, or none that this desk key opens.</returns>
    public async Task<StartDraft> ReadAsync(CancellationToken cancel) => Open(await ledger.FindAsync(DeskPool.Name, RowKey.Start, cancel));

    /// <param name="change">Asked again when another browser was faster; what that one typed in other places stays.</param>
    /// <returns>The draft as it is kept now; null when others kept writing it.</returns>
    public async Task<StartDraft?> ChangeAsync(Func<StartDraft, StartDraft> change, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var stored = await ledger.FindAsync(DeskPool.Name, RowKey.Start, cancel);
            var (before, after) = (Open(stored), change(Open(stored)));
            if (ReferenceEquals(before, after))
            {
                return before;
            }

            var row = new StartRow(Seal.Close(after));
            RowChange write = stored is null ? new RowChange.Insert(row) : new RowChange.Replace(row, stored.Version);
            if ((await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With(write), cancel)).IsCommitted)
            {
                return after;
            }
        }

        return null;
    }

    public Task ForgetAsync(CancellationToken cancel) => KeepRow.AsAsync(ledger, RowKey.Start, row: null, cancel);

    private StartDraft Open(Stored? stored) => (stored?.Row is StartRow row ? Seal.TryOpen(row.Sealed) : null) ?? StartDraft.Empty;
}
