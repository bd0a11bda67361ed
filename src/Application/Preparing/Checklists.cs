using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Preparing;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Preparing;

/// <summary>What is looked at before an order of a shop ships, in the seller's own words.</summary>
public sealed class Checklists(ILedger ledger)
{
    /// <returns>Null for a shop that keeps to the standard list.</returns>
    public async Task<IReadOnlyList<string>?> OfAsync(string shop, CancellationToken cancel) =>
        (await ledger.FindAsync(DeskPool.Name, RowKey.Checklist(shop), cancel))?.Row is ChecklistRow row ? row.Entries : null;

    /// <param name="text">An entry a line; empty: the standard list again.</param>
    /// <returns>False when others kept writing the same list.</returns>
    public Task<bool> SetAsync(string shop, string text, CancellationToken cancel)
    {
        string[] entries = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(PreparationPolicy.Cut).Distinct().Take(PreparationPolicy.MostTicks)];
        return KeepRow.AsAsync(ledger, RowKey.Checklist(shop), entries.Length == 0 ? null : new ChecklistRow(shop, entries), cancel);
    }
}
