using Microsoft.Extensions.Time.Testing;
using ShipBy.Application.Importing;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Importing;

/// <summary>Counts of many products, and what disturbs their import.</summary>
internal static class Counting
{
    public const string Command = "shipby import stock";

    /// <returns>Each product once, one to <paramref name="rows"/> units of them.</returns>
    public static StockCount[] Of(int rows) => [.. Enumerable.Range(1, rows).Select(i => new StockCount(i + 1, Sku.Parse($"P-{i}"), i))];

    /// <summary>An import of an instance of its own whose pauses pass at once.</summary>
    public static async Task<StockImport> RunAsync(World world, ILedger ledger, FakeTimeProvider machine, StockCount[] counts, int seed = 1, CancellationToken cancel = default)
    {
        var lease = new PoolLease(ledger, new MachineClock(machine), new Random(seed));
        return await PassAsync(machine, new ImportStock(ledger, lease, world.Bells, world.Clock, new Random(seed)).RunAsync(Sample.Pool, counts, Command, cancel));
    }

    /// <summary>Lets the pauses of a run pass at once.</summary>
    public static async Task<T> PassAsync<T>(FakeTimeProvider machine, Task<T> run)
    {
        while (!run.IsCompleted)
        {
            machine.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        return await run;
    }

    public static async Task<IReadOnlyList<StockItem>> StockAsync(World world) =>
        [.. (await world.Ledger.RangeAsync(Sample.Pool, KeyRange.AllStock, int.MaxValue, default)).Select(stored => ((StockRow)stored.Row).Item)];

    public static async Task<int> JournalRowsAsync(World world) => (await world.Ledger.RangeAsync(Sample.Pool, KeyRange.Journal, 1_000, default)).Count;

    /// <summary>Lets a test stand between an import and the ledger at its commits of stock.</summary>
    /// <param name="at">Gets the number of the commit from 1, and the commit itself to be made or not.</param>
    public sealed class Disturbed(ILedger inner, Func<int, Func<Task<CommitOutcome>>, Task<CommitOutcome>> at) : ILedger
    {
        private int _commits;

        public async Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.RangeAsync(pool, range, limit, cancel);
        }

        public async Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.FindAsync(pool, key, cancel);
        }

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            await Task.Yield();
            return commit.Changes.Any(change => change is RowChange.Insert(JournalRow))
                ? await at(++_commits, () => inner.TryCommitAsync(pool, commit, cancel))
                : await inner.TryCommitAsync(pool, commit, cancel);
        }
    }
}
