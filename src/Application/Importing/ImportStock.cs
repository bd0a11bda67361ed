using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Importing;

/// <summary>Brings a count of the shelf into a pool, on a live app. Many rows take several commits: it is no transaction, and says how far it came.</summary>
/// <remarks>
/// The pool's turn keeps others away who move stock, and the versions of the rows refuse what was decided on an older state. Whatever ends it, running it
/// again goes on where it stopped: what is in already is unchanged then.
/// </remarks>
public sealed class ImportStock(ILedger ledger, PoolLease lease, IDoorbell doorbell, TimeProvider clock, Random random)
{
    /// <value>Refusals and lost answers in a row before the rest is left to another run.</value>
    private const int Patience = 8;

    /// <value>Stock rows in one commit; the journal's row and the lease's come on top.</value>
    internal const int AtOnce = PoolTurn.MaxRows - 1;

    /// <summary>What the import would do to the pool as it stands now. Writes nothing and keeps nobody away.</summary>
    /// <exception cref="LedgerUnreachableException">The ledger gives no answer.</exception>
    public async Task<StockImport> PlanAsync(PoolName pool, IReadOnlyList<StockCount> counts, CancellationToken cancel) =>
        new(pool, [.. (await HeldAgainstAsync(pool, counts, cancel)).Select(read => read.Row)], [], ImportEnd.Whole);

    /// <param name="counts">Each product once.</param>
    /// <param name="by">The command, for the journal.</param>
    /// <param name="progress">Hears of the share that is in; null: nobody looks.</param>
    public async Task<StockImport> RunAsync(PoolName pool, IReadOnlyList<StockCount> counts, string by, CancellationToken cancel, IProgress<double>? progress = null)
    {
        var run = new StockImportProgress(counts, progress);
        await using var turn = await lease.EnterAsync(pool, cancel);
        try
        {
            var end = await GoOnAsync(pool, turn, run, by, cancel);

            return run.ToImport(pool, end);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return run.ToImport(pool, ImportEnd.Stopped);
        }
        finally
        {
            if (run.MayHaveRaised)
            {
                await doorbell.RingAsync(Bell.ReserveStock, pool, CancellationToken.None);
            }
        }
    }

    private async Task<ImportEnd> GoOnAsync(PoolName pool, PoolTurn turn, StockImportProgress run, string by, CancellationToken cancel)
    {
        var end = ImportEnd.OthersAtWork;
        for (var failed = 0; failed < Patience; failed++)
        {
            try
            {
                if (!await turn.WaitAsync(cancel))
                {
                    return ImportEnd.OthersAtWork;
                }

                var before = run.Left.Count;
                if (await CommitAllAsync(pool, turn, run, by, cancel))
                {
                    return ImportEnd.Whole;
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

        return end;
    }

    /// <returns>False when a commit was refused: look again.</returns>
    private async Task<bool> CommitAllAsync(PoolName pool, PoolTurn turn, StockImportProgress run, string by, CancellationToken cancel)
    {
        var read = await HeldAgainstAsync(pool, run.Left, cancel);
        run.In(read.Select(one => one.Row).Where(row => !row.Changes));
        var commits = read.Where(one => one.Row.Changes).Chunk(AtOnce).ToList();
        foreach (var (index, some) in commits.Index())
        {
            var rows = some.Select(one => one.Row).ToList();
            var commit = new CommitSet().With(
                [.. some.Select(one => one.Change), new RowChange.Insert(new JournalRow(clock.Now(), NewId(), $"{by}: {string.Join("; ", rows.Select(StockImportWords.ForTheJournal))}"))]);
            run.Try(rows);
            if (!(await turn.TryCommitAsync(commit, more: index < commits.Count - 1, cancel)).IsCommitted)
            {
                run.Forget(rows);
                return false;
            }

            run.In(rows);
        }

        return true;
    }

    private async Task<IReadOnlyList<(CountedRow Row, RowChange Change)>> HeldAgainstAsync(PoolName pool, IReadOnlyList<StockCount> counts, CancellationToken cancel)
    {
        var stock = counts.Count == 0 ? new Dictionary<Sku, Stored>() : await ledger.StockAsync(pool, [.. counts.Select(count => count.Sku)], cancel);

        return [.. counts.Select(count => Held(count, stock.GetValueOrDefault(count.Sku)))];
    }

    private static (CountedRow, RowChange) Held(StockCount count, Stored? stored)
    {
        var row = new CountedRow(count, (stored?.Row as StockRow)?.Item);

        return (row, stored is null ? new RowChange.Insert(new StockRow(row.After)) : new RowChange.Replace(new StockRow(row.After), stored.Version));
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
