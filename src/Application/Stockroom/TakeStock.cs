using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Importing;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stockroom;

/// <summary>Counts of the shelf: noted by whoever counts, brought in when the owner confirms.</summary>
/// <remarks>
/// What a line did stands in the commit that changes its stock, so that a count that is confirmed twice, or broken off and confirmed again, changes each
/// product once. On hand becomes what was counted, and what is held stays held, as by <see cref="ImportStock"/>.
/// </remarks>
public sealed class TakeStock(ILedger ledger, PoolLease lease, IDoorbell doorbell, TimeProvider clock, Random random)
{
    /// <value>Products in one commit; the count's row, the journal's and the lease's come on top.</value>
    internal const int AtOnce = PoolTurn.MaxRows - 2;

    private const int MostListed = 200;

    /// <value>What a count did stands in the journal for good.</value>
    private static readonly Duration KeptFor = Duration.FromDays(90);

    /// <summary>Notes what was counted, beside what the ledger has now. Noting the same count again changes nothing.</summary>
    /// <param name="counted">At least one product, at most <see cref="StockTaking.MostLines"/>.</param>
    public async Task NoteAsync(PoolName pool, Guid id, IReadOnlyDictionary<Sku, int> counted, string by, CancellationToken cancel)
    {
        var stock = await ledger.StockAsync(pool, [.. counted.Keys], cancel);
        var lines = counted.Select(one => new CountedLine(one.Key, one.Value, ItemOf(stock, one.Key)?.OnHand)).OrderBy(line => line.Sku.Value, StringComparer.Ordinal);
        await ledger.TryCommitAsync(
            pool, new CommitSet().With([new RowChange.Insert(new CountRow(new StockTaking(id, clock.Now(), by, [.. lines]))), .. (await ForgetOldAsync(pool, cancel)).Take(CommitSet.MaxRows - 1)]), cancel);
    }

    public async Task<StockTaking?> FindAsync(PoolName pool, Guid id, CancellationToken cancel) =>
        (await ledger.FindAsync(pool, RowKey.Count(id), cancel))?.Row is CountRow row ? row.Taking : null;

    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<StockTaking>> AllAsync(PoolName pool, CancellationToken cancel) =>
        [.. (await ledger.RangeAsync(pool, KeyRange.Counts, MostListed, cancel)).Select(stored => ((CountRow)stored.Row).Taking).OrderByDescending(taking => taking.At)];

    /// <summary>Brings a count in.</summary>
    /// <returns>The count as it is then, open where others were at work all the time; null when there is none.</returns>
    public async Task<StockTaking?> ConfirmAsync(PoolName pool, Guid id, string by, CancellationToken cancel)
    {
        var mayHaveRaised = false;
        try
        {
            await InTurn.TryAsync(lease, pool, ConfirmAllAsync, cancel);
        }
        finally
        {
            if (mayHaveRaised)
            {
                await doorbell.RingAsync(Bell.ReserveStock, pool, CancellationToken.None);      // also where the answer got lost
            }
        }

        return await FindAsync(pool, id, cancel);

        async Task<bool> ConfirmAllAsync(PoolTurn turn)
        {
            while (await ledger.FindAsync(pool, RowKey.Count(id), cancel) is { Row: CountRow { Taking: { IsOpen: true } taking } } stored)
            {
                var (commit, after, raises) = Decide(stored, taking, await StockOfNextAsync(pool, taking, cancel), by);
                mayHaveRaised |= raises;
                if (!(await turn.TryCommitAsync(commit, more: after.IsOpen, cancel)).IsCommitted)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Closes a count without bringing in what was not brought in before.</summary>
    public async Task DropAsync(PoolName pool, Guid id, string by, CancellationToken cancel)
    {
        if (await ledger.FindAsync(pool, RowKey.Count(id), cancel) is { Row: CountRow { Taking: { IsOpen: true } taking } } stored)
        {
            var after = taking with { ClosedAt = clock.Now(), ClosedBy = by, Lines = [.. taking.Lines.Select(line => line.State == CountedLineState.Waiting ? line with { State = CountedLineState.Dropped } : line)] };
            await ledger.TryCommitAsync(pool, new CommitSet().With(new RowChange.Replace(new CountRow(after), stored.Version)), cancel);
        }
    }

    private Task<IReadOnlyDictionary<Sku, Stored>> StockOfNextAsync(PoolName pool, StockTaking taking, CancellationToken cancel) =>
        ledger.StockAsync(pool, [.. Next(taking).Select(line => line.Sku)], cancel);

    private static IEnumerable<CountedLine> Next(StockTaking taking) => taking.Lines.Where(line => line.State == CountedLineState.Waiting).Take(AtOnce);

    private (CommitSet Commit, StockTaking After, bool Raises) Decide(Stored stored, StockTaking taking, IReadOnlyDictionary<Sku, Stored> stock, string by)
    {
        var decided = Next(taking).ToDictionary(line => line.Sku, line => line with { State = line.Against(ItemOf(stock, line.Sku)?.OnHand) });
        var changes = decided.Values.Where(line => line.State == CountedLineState.Taken)
            .Select(line => new CountedRow(new StockCount(0, line.Sku, line.Counted), ItemOf(stock, line.Sku))).Where(row => row.Changes).ToList();
        CountedLine[] lines = [.. taking.Lines.Select(line => decided.GetValueOrDefault(line.Sku, line))];
        var after = taking with { Lines = lines };
        after = lines.All(line => line.State != CountedLineState.Waiting) ? after with { ClosedAt = clock.Now(), ClosedBy = by } : after;

        var commit = new CommitSet().With(new RowChange.Replace(new CountRow(after), stored.Version))
            .With([.. changes.Select(row => stock.TryGetValue(row.Count.Sku, out var old) ? (RowChange)new RowChange.Replace(new StockRow(row.After), old.Version) : new RowChange.Insert(new StockRow(row.After)))]);
        return (changes.Count == 0 ? commit : commit.With(new RowChange.Insert(JournalOf(taking, changes, by))), after, changes.Exists(row => row.Raises));
    }

    private JournalRow JournalOf(StockTaking taking, IEnumerable<CountedRow> changes, string by)
    {
        var id = new byte[16];
        random.NextBytes(id);
        return new JournalRow(clock.Now(), new Guid(id), $"stock-taking: counted by {taking.By} at {taking.At}, confirmed by {by}: {string.Join("; ", changes.Select(StockImportWords.ForTheJournal))}");
    }

    private async Task<IEnumerable<RowChange>> ForgetOldAsync(PoolName pool, CancellationToken cancel) =>
        from stored in await ledger.RangeAsync(pool, KeyRange.Counts, MostListed, cancel)
        where stored.Row is CountRow { Taking.ClosedAt: { } closed } && clock.Now() - closed > KeptFor
        select new RowChange.Delete(stored.Row.Key, stored.Version);

    private static StockItem? ItemOf(IReadOnlyDictionary<Sku, Stored> stock, Sku sku) => (stock.GetValueOrDefault(sku)?.Row as StockRow)?.Item;
}
