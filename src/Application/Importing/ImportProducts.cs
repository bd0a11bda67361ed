using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Application.Settings;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Importing;

/// <summary>Brings product cards into a pool, field by field. On a live app: it moves no stock, and keeps nobody away.</summary>
/// <remarks>
/// Many cards take several commits. Each is held to the versions that were read, so that two imports at once, or an owner at the desk, undo nothing of each other:
/// who is refused looks again. Whatever ends it, running it again goes on where it stopped: what is in already is unchanged then.
/// </remarks>
public sealed class ImportProducts(ILedger ledger, LookAtStock lookAtStock, TimeProvider clock, Random random)
{
    /// <value>Refusals and lost answers in a row before the rest is left to another run.</value>
    private const int Patience = 8;

    /// <value>Cards in one commit; the journal's row comes on top.</value>
    internal const int AtOnce = CommitSet.MaxRows - 1;

    /// <summary>What the import would do to the pool as it stands now. Writes nothing.</summary>
    /// <exception cref="LedgerUnreachableException">The ledger gives no answer.</exception>
    public async Task<ProductImport> PlanAsync(PoolName pool, IReadOnlyList<GivenCard> given, CancellationToken cancel) =>
        new(pool, [.. (await HeldAgainstAsync(pool, given, cancel)).Select(one => one.Row)], [], ImportEnd.Whole);

    /// <param name="given">Each product once.</param>
    /// <param name="by">The command, for the journal.</param>
    public async Task<ProductImport> RunAsync(PoolName pool, IReadOnlyList<GivenCard> given, string by, IProgress<double> progress, CancellationToken cancel)
    {
        var (done, tried, end) = (new Dictionary<Sku, ImportedCard>(), new Dictionary<Sku, ImportedCard>(), ImportEnd.OthersAtWork);
        try
        {
            for (var failed = 0; failed < Patience; failed++)
            {
                var before = done.Count;
                try
                {
                    if (await CommitAllAsync(pool, given, done, tried, by, progress, cancel))
                    {
                        end = ImportEnd.Whole;
                        break;
                    }

                    end = ImportEnd.OthersAtWork;
                }
                catch (LedgerUnreachableException)
                {
                    end = ImportEnd.NoAnswer;       // whether the commit took effect, the next look at the cards tells
                }

                failed = done.Count > before ? 0 : failed;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            end = ImportEnd.Stopped;
        }

        return new ProductImport(pool, [.. done.Values.OrderBy(row => row.Given.Line)], [.. given.Where(one => !done.ContainsKey(one.Sku))], end);
    }

    /// <param name="tried">What was on its way when an answer got lost: found unchanged later on, it is known from here what it was before.</param>
    /// <returns>False when a commit was refused: look again.</returns>
    private async Task<bool> CommitAllAsync(PoolName pool, IReadOnlyList<GivenCard> given, Dictionary<Sku, ImportedCard> done, Dictionary<Sku, ImportedCard> tried, string by, IProgress<double> progress, CancellationToken cancel)
    {
        var read = await HeldAgainstAsync(pool, [.. given.Where(one => !done.ContainsKey(one.Sku))], cancel);
        foreach (var (row, _) in read.Where(one => one.Change is null))
        {
            done[row.Given.Sku] = row.Fate == CardFate.Unchanged ? tried.GetValueOrDefault(row.Given.Sku, row) : row;
        }

        tried.Clear();

        // The watch is set before the cards: a line that nobody watches would be worse than a look that finds none.
        if (read.Any(one => one.Change is not null && one.Row.After.SafetyStock > 0)
            && !await KeepRow.AsAsync(ledger, pool, RowKey.Gate(LowStockCheck.Gate), new GateRow(LowStockCheck.Gate, clock.Now()), cancel))
        {
            return false;
        }

        foreach (var some in read.Where(one => one.Change is not null).Chunk(AtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            var what = $"{by}: cards {string.Join(", ", some.Select(one => one.Row.Given.Sku))}";
            var commit = new CommitSet().With([.. some.Select(one => one.Change!), new RowChange.Insert(new JournalRow(clock.Now(), NewId(), what))]);
            foreach (var (row, _) in some)
            {
                tried[row.Given.Sku] = row;
            }

            if (!(await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted)
            {
                tried.Clear();
                return false;
            }

            foreach (var (row, _) in some)
            {
                done[row.Given.Sku] = row;
            }

            progress.Report((double)done.Count / given.Count);
        }

        return true;
    }

    private async Task<IReadOnlyList<(ImportedCard Row, RowChange? Change)>> HeldAgainstAsync(PoolName pool, IReadOnlyList<GivenCard> given, CancellationToken cancel)
    {
        var sheet = await lookAtStock.RunAsync(pool, cancel);
        var stored = (await ledger.RangeAsync(pool, KeyRange.Cards, int.MaxValue, cancel)).ToDictionary(one => ((CardRow)one.Row).Card.Sku);
        var moving = given.Where(one => one.Texts.ContainsKey(CardField.BarCode)).Select(one => one.Sku).ToHashSet();

        return [.. given.Select(one => Held(one, stored.GetValueOrDefault(one.Sku), sheet, moving))];
    }

    /// <param name="moving">Products whose bar codes the file sets: what they had before stands in nobody's way.</param>
    private static (ImportedCard, RowChange?) Held(GivenCard given, Stored? stored, StockSheet sheet, HashSet<Sku> moving)
    {
        var before = (stored?.Row as CardRow)?.Card ?? new ProductCard(given.Sku);
        var reading = CardText.Read(before, given.Texts.GetValueOrDefault);
        if (reading.Card is not { } after)
        {
            return (new ImportedCard(given, before, before, CardFate.Contradicts), null);
        }

        var taken = after.BarCode is { } code && code != before.BarCode && sheet.Find(code) is { } found && found != given.Sku && !(moving.Contains(found) && found.Value != code);
        var fate = taken ? CardFate.CodeTaken : after == before ? CardFate.Unchanged : stored is null ? CardFate.New : CardFate.Changed;
        return (new ImportedCard(given, before, taken ? before : after, fate), fate is CardFate.New or CardFate.Changed ? CardWrite.Of(stored, after) : null);
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
