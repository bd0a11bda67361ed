using ShipBy.Application.Doorbell;
using ShipBy.Application.Importing;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Importing;

public sealed class ImportStockTests
{
    private const string Command = "shipby import stock";

    private readonly World _world = new();

    private ImportStock Import => _world.Of<ImportStock>();

    [Theory]
    [InlineData(null, 0, 7, "new product, 7 on hand", 0)]
    [InlineData(null, 0, 0, "new product, 0 on hand", 0)]
    [InlineData(5, 2, 7, "5 -> 7", 0)]
    [InlineData(5, 2, 5, "unchanged, 5 on hand", 0)]
    [InlineData(5, 2, 2, "5 -> 2", 0)]
    [InlineData(5, 2, 1, "5 -> 1, and 2 are held: 1 too few. Nobody more is promised any; bring stock or cancel an order", 1)]
    [InlineData(1, 2, 1, "unchanged, 1 on hand, and 2 are held: 1 too few. Nobody more is promised any; bring stock or cancel an order", 1)]
    public async Task OnHandBecomesTheCount_AndHeldStays_JustAsTheDryRunSaid(int? onHand, int held, int counted, string says, int lacking)
    {
        var before = onHand is { } units ? new StockItem(Sample.Mug, units, held) : null;
        await PutAsync(before);
        StockCount[] counts = [new(2, Sample.Mug, counted)];

        var dry = Assert.Single((await Import.PlanAsync(Sample.Pool, counts, default)).Rows);

        Assert.Equal((says, lacking, before), (StockImportWords.Of(dry), dry.Lacking, await StockOrNoneAsync()));
        Assert.Equal((0, 0), ((await JournalAsync()).Count, _world.Bells.Rung.Count));

        var real = await Import.RunAsync(Sample.Pool, counts, Command, default);

        Assert.Equal((ImportEnd.Whole, dry), (real.End, Assert.Single(real.Rows)));
        Assert.Equal(new StockItem(Sample.Mug, counted, held), await StockOrNoneAsync());
        Assert.Equal(onHand == counted ? [] : [$"{Command}: MUG-1: {(onHand is null ? "none" : $"{onHand}")} -> {counted}"], await JournalAsync());
        Assert.Equal(counted > (onHand ?? 0) ? [Bell.ReserveStock] : [], _world.Bells.Rung);
    }

    [Fact]
    public async Task ASecondTime_NothingIsWritten()
    {
        StockCount[] counts = [new(2, Sample.Mug, 7)];
        await Import.RunAsync(Sample.Pool, counts, Command, default);
        var version = (await _world.Ledger.FindAsync(Sample.Pool, RowKey.Stock(Sample.Mug), default))!.Version;

        var again = await Import.RunAsync(Sample.Pool, counts, Command, default);

        Assert.Equal((ImportEnd.Whole, false), (again.End, Assert.Single(again.Rows).Changes));
        Assert.Equal(version, (await _world.Ledger.FindAsync(Sample.Pool, RowKey.Stock(Sample.Mug), default))!.Version);
        Assert.Equal((1, 1), ((await JournalAsync()).Count, _world.Bells.Rung.Count));
    }

    [Theory]
    [InlineData(98, 1)]
    [InlineData(99, 2)]
    [InlineData(197, 3)]
    public async Task ManyRows_GoInBySeveralCommits_EachWithItsJournalRow(int rows, int commits)
    {
        var import = await Import.RunAsync(Sample.Pool, Counting.Of(rows), Command, default);

        Assert.Equal((ImportEnd.Whole, rows, 0), (import.End, import.Rows.Count, import.Left.Count));
        Assert.Equal(rows, (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.AllStock, int.MaxValue, default)).Count);
        Assert.Equal(commits, (await JournalAsync()).Count);
        Assert.Single(_world.Bells.Rung);
    }

    [Fact]
    public async Task ALongestArticleNumberInEveryRow_StillFitsACommit()
    {
        StockCount[] counts = [.. Enumerable.Range(100, 98).Select(i => new StockCount(i, Sku.Parse($"{i}{new string('货', Sku.MaxLength - 3)}"), i))];

        Assert.Equal(98, (await Import.RunAsync(Sample.Pool, counts, Command, default)).Rows.Count);
    }

    [Fact]
    public async Task AnOrderThatWasShort_IsServed_OnceTheBellIsAnswered()
    {
        _world.Marketplace.Present[Sample.Mug] = 1;
        _world.Marketplace.Show(Sample.Posting);
        await _world.RoundAsync();
        _world.Bells.Rung.Clear();

        await Import.RunAsync(Sample.Pool, [new StockCount(2, Sample.Mug, 2)], Command, default);

        Assert.Equal(OrderState.OutOfStock, (await _world.OrderAsync(Sample.Posting.Key.Number)).State);
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);
        await _world.Of<AnswerBell>().RunAsync(Bell.ReserveStock, Sample.Pool, default);
        Assert.Equal(OrderState.Held, (await _world.OrderAsync(Sample.Posting.Key.Number)).State);
        Assert.Equal(new StockItem(Sample.Mug, 2, 2), await StockOrNoneAsync());
    }

    [Fact]
    public async Task WhereFewerAreCountedThanHeld_NobodyMoreIsServed()
    {
        _world.Marketplace.Present[Sample.Mug] = 4;
        _world.Marketplace.Show(Sample.Posting);
        await _world.RoundAsync();
        await Import.RunAsync(Sample.Pool, [new StockCount(2, Sample.Mug, 1)], Command, default);
        _world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = "P-2" } });

        await _world.RoundAsync();

        Assert.Equal(OrderState.OutOfStock, (await _world.OrderAsync("P-2")).State);
        Assert.Equal(new StockItem(Sample.Mug, 1, 2), await StockOrNoneAsync());
    }

    private async Task PutAsync(StockItem? item)
    {
        if (item is not null)
        {
            Assert.True((await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new StockRow(item))), default)).IsCommitted);
        }
    }

    private async Task<StockItem?> StockOrNoneAsync() => (((await _world.Ledger.FindAsync(Sample.Pool, RowKey.Stock(Sample.Mug), default))?.Row) as StockRow)?.Item;

    private async Task<IReadOnlyList<string>> JournalAsync() =>
        [.. (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Journal, 100, default)).Select(stored => ((JournalRow)stored.Row).What)];
}
