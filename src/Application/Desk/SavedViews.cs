using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Desk;

/// <summary>Filters of the desk's orders that somebody gave a name to; everybody at the desk sees them.</summary>
public sealed class SavedViews(ILedger ledger, Pools pools)
{
    /// <value>More would be a list to search through, not views.</value>
    public const int Most = 30;

    public const int LongestName = 40;

    /// <value>Rows beside the views: the way in, and more batches than anybody leaves unfinished.</value>
    private const int Beside = 20;

    /// <returns>By their names.</returns>
    public async Task<IReadOnlyList<SavedView>> AllAsync(CancellationToken cancel) => (await FrontAsync(cancel)).Views;

    /// <summary>All that the first page shows besides orders, by one request.</summary>
    public async Task<DeskFront> FrontAsync(CancellationToken cancel)
    {
        var rows = await ledger.RangeAsync(DeskPool.Name, KeyRange.Views, Most + Beside, cancel);
        if (!pools.IsEmpty && rows.Any(stored => stored.Row is StartRow))
        {
            // The way in has been gone, by a switching-on that died or by hand: what was typed there holds keys, and nobody needs it any more.
            await KeepRow.AsAsync(ledger, RowKey.Start, row: null, cancel);
        }

        return new DeskFront(
            [.. rows.Select(stored => stored.Row).OfType<ViewRow>().Select(row => new SavedView(row.Name, Plain(row.Query))).OrderBy(view => view.Name, StringComparer.CurrentCulture)],
            [.. rows.Select(stored => stored.Row).OfType<UnfinishedRow>().Select(row => new UnfinishedBatch(row.Batch, row.StartedAt, row.Orders)).OrderBy(batch => batch.StartedAt)]);
    }

    /// <summary>Gives a filter a name; one that had it before is replaced.</summary>
    /// <returns>False when there are too many already, or others kept writing the same one.</returns>
    public async Task<bool> SaveAsync(SavedView view, CancellationToken cancel)
    {
        var known = await AllAsync(cancel);
        return (known.Count < Most || known.Any(one => one.Name == view.Name)) && await KeepRow.AsAsync(ledger, RowKey.View(view.Name), new ViewRow(view.Name, Plain(view.Query)), cancel);
    }

    /// <summary>Everybody at the desk sees a view: it names no buyer.</summary>
    private static string Plain(string query) => FilterText.Write(FilterText.Read(query));

    public Task<bool> ForgetAsync(string name, CancellationToken cancel) => KeepRow.AsAsync(ledger, RowKey.View(name), row: null, cancel);
}

/// <param name="Query">As the address of the page writes it, without the question mark; what may name a buyer is left out.</param>
public sealed record SavedView(string Name, string Query);

/// <param name="Unfinished">The oldest first.</param>
public sealed record DeskFront(IReadOnlyList<SavedView> Views, IReadOnlyList<UnfinishedBatch> Unfinished);

/// <summary>A batch that somebody, or a crash, broke off; or that is being noted right now.</summary>
public sealed record UnfinishedBatch(Guid Id, Instant StartedAt, int Orders);
