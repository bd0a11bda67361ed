using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Importing;

/// <summary>Adds what came to a pool, once: that a document's product came in stands in the commit that adds it. On a live app.</summary>
/// <remarks>Many rows take several commits. Whatever ends it, running it again goes on where it stopped: what is in already is known then.</remarks>
public sealed class ImportPurchases(ILedger ledger, PoolLease lease, IDoorbell doorbell, TimeProvider clock, Random random)
{
    /// <value>Refusals and lost answers in a row before the rest is left to another run.</value>
    private const int Patience = 8;

    /// <value>Receipts in one commit: each is two rows, its stock's and its own; the journal's row and the lease's come on top.</value>
    internal const int AtOnce = (PoolTurn.MaxRows - 1) / 2;

    /// <summary>What the import would do to the pool as it stands now. Writes nothing and keeps nobody away.</summary>
    /// <exception cref="LedgerUnreachableException">The ledger gives no answer.</exception>
    public async Task<PurchaseImport> PlanAsync(PoolName pool, IReadOnlyList<Receipt> receipts, CancellationToken cancel)
    {
        var (read, other) = await HeldAgainstAsync(pool, receipts, cancel);

        return other is null ? new PurchaseImport(pool, [.. read.Select(one => one.Row)], [], ImportEnd.Whole) : new PurchaseImport(pool, [], receipts, ImportEnd.Whole, other);
    }

    /// <param name="receipts">Each product of each document once.</param>
    /// <param name="by">The command, for the journal.</param>
    public async Task<PurchaseImport> RunAsync(PoolName pool, IReadOnlyList<Receipt> receipts, string by, IProgress<double> progress, CancellationToken cancel)
    {
        var run = new PurchaseImportProgress(receipts, progress);
        await using var turn = await lease.EnterAsync(pool, cancel);
        try
        {
            var (end, other) = await GoOnAsync(pool, turn, run, by, cancel);

            return run.ToImport(pool, end, other);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return run.ToImport(pool, ImportEnd.Stopped, other: null);
        }
        finally
        {
            if (run.HasTried)
            {
                await doorbell.RingAsync(Bell.ReserveStock, pool, CancellationToken.None);
            }
        }
    }

    private async Task<(ImportEnd End, Instant? Other)> GoOnAsync(PoolName pool, PoolTurn turn, PurchaseImportProgress run, string by, CancellationToken cancel)
    {
        var end = ImportEnd.OthersAtWork;
        for (var failed = 0; failed < Patience; failed++)
        {
            try
            {
                if (!await turn.WaitAsync(cancel))
                {
                    return (ImportEnd.OthersAtWork, null);
                }

                var before = run.Left.Count;
                var (whole, other) = await CommitAllAsync(pool, turn, run, by, cancel);
                if (whole || other is not null)
                {
                    return (other is null ? ImportEnd.Whole : ImportEnd.OthersAtWork, other);
                }

                (failed, end) = (run.Left.Count < before ? 0 : failed, ImportEnd.OthersAtWork);
            }
            catch (LedgerUnreachableException)
            {
                end = ImportEnd.NoAnswer;       // whether the commit took effect, the next look at the rows tells
            }

            if (!await turn.PauseAsync(cancel))
            {
                break;
            }
        }

        return (end, null);
    }

    /// <returns>Not whole when a commit was refused: look again.</returns>
    private async Task<(bool IsWhole, Instant? Other)> CommitAllAsync(PoolName pool, PoolTurn turn, PurchaseImportProgress run, string by, CancellationToken cancel)
    {
        var (read, other) = await HeldAgainstAsync(pool, run.Left, cancel);
        if (other is not null)
        {
            return (false, other);
        }

        run.In(read.Select(one => one.Row).Where(row => row.Known is not null));

        // One product may come by several documents, and a commit changes each row once.
        var some = read.Where(one => one.Row.Known is null).DistinctBy(one => one.Row.Receipt.Sku).ToList();
        foreach (var (index, part) in some.Chunk(AtOnce).Index())
        {
            var rows = part.Select(one => one.Row).ToList();
            var commit = new CommitSet().With(
                [.. part.SelectMany(ChangesOf), new RowChange.Insert(new JournalRow(clock.Now(), NewId(), $"{by}: {string.Join("; ", rows.Select(PurchaseImportWords.ForTheJournal))}"))]);
            run.Try(rows);
            if (!(await turn.TryCommitAsync(commit, more: (index + 1) * AtOnce < some.Count, cancel)).IsCommitted)
            {
                run.Forget(rows);
                return (false, null);
            }

            run.In(rows);
        }

        return run.Left.Count == 0 ? (true, null) : await CommitAllAsync(pool, turn, run, by, cancel);
    }

    private IEnumerable<RowChange> ChangesOf((ReceivedRow Row, Stored? Stock) one)
    {
        var (receipt, after) = (one.Row.Receipt, new StockRow(one.Row.After));
        yield return one.Stock is null ? new RowChange.Insert(after) : new RowChange.Replace(after, one.Stock.Version);
        yield return new RowChange.Insert(new ReceiptRow(receipt.Document, receipt.Sku, receipt.Units, clock.Now(), receipt.Print, receipt.Supplier, receipt.Received));
    }

    private async Task<(IReadOnlyList<(ReceivedRow Row, Stored? Stock)> Read, Instant? Other)> HeldAgainstAsync(PoolName pool, IReadOnlyList<Receipt> receipts, CancellationToken cancel)
    {
        var known = new Dictionary<(string, Sku), ReceiptRow>();
        foreach (var document in receipts.Select(receipt => receipt.Document).Distinct(StringComparer.Ordinal))
        {
            var rows = (await ledger.RangeAsync(pool, KeyRange.ReceiptsOf(document), int.MaxValue, cancel)).Select(stored => (ReceiptRow)stored.Row).ToList();
            if (receipts.First(receipt => receipt.Document == document).Print is { } print && rows.Find(row => row.Print != print) is { } other)
            {
                return ([], other.At);
            }

            rows.ForEach(row => known[(document, row.Sku)] = row);
        }

        var stock = receipts.Count == 0 ? new Dictionary<Sku, Stored>() : await ledger.StockAsync(pool, [.. receipts.Select(receipt => receipt.Sku).Distinct()], cancel);
        var items = stock.ToDictionary(one => one.Key, one => ((StockRow)one.Value.Row).Item);
        var held = new List<(ReceivedRow, Stored?)>();
        foreach (var receipt in receipts)
        {
            var row = new ReceivedRow(receipt, items.GetValueOrDefault(receipt.Sku), known.GetValueOrDefault((receipt.Document, receipt.Sku)));
            items[receipt.Sku] = row.After;     // what comes by the next document comes on top
            held.Add((row, stock.GetValueOrDefault(receipt.Sku)));
        }

        return (held, null);
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
