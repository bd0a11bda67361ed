using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Importing;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Importing;

public sealed class ImportPurchasesTests
{
    private const string Command = "shipby import purchases";

    private static readonly Receipt[] ManyRows = [.. Enumerable.Range(1, 120).Select(i => new Receipt([i + 1], "D-7", Sku.Parse($"P-{i}"), i))];

    private readonly World _world = new();
    private readonly FakeTimeProvider _machine = new(Sample.Noon.ToDateTimeOffset());

    [Theory]
    [InlineData(null, 0, 7, "new product, 7 on hand")]
    [InlineData(5, 2, 7, "+7: 5 -> 12")]
    [InlineData(1, 4, 3, "+3: 1 -> 4")]
    [InlineData(1, 4, 2, "+2: 1 -> 3, and 4 are held: 1 too few still")]
    public async Task OnHandGrowsByWhatCame_AndHeldStays_JustAsTheDryRunSaid(int? onHand, int held, int came, string says)
    {
        var before = onHand is { } units ? new StockItem(Sample.Mug, units, held) : null;
        await PutAsync(before);
        Receipt[] receipts = [Mugs("D-7", came)];

        var dry = Assert.Single((await _world.Of<ImportPurchases>().PlanAsync(Sample.Pool, receipts, default)).Rows);

        Assert.Equal((says, before, 0), (PurchaseImportWords.Of(dry), await MugsOnHandAsync(), _world.Bells.Rung.Count));

        var real = await RunAsync(receipts);

        Assert.Equal((ImportEnd.Whole, dry), (real.End, Assert.Single(real.Rows)));
        Assert.Equal(new StockItem(Sample.Mug, (onHand ?? 0) + came, held), await MugsOnHandAsync());
        Assert.Equal([$"{Command}: MUG-1 +{came} by D-7"], await JournalAsync());
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);
    }

    [Fact]
    public async Task TheSameTwice_AddsNothing_AndRingsNobody()
    {
        await RunAsync(Mugs("D-7", 5));
        _world.Bells.Rung.Clear();

        var again = await RunAsync(Mugs("D-7", 5));

        Assert.Equal("unchanged, 5 on hand: D-7 came in on 2026-03-02T12:00:00Z", PurchaseImportWords.Of(Assert.Single(again.Rows)));
        Assert.Equal((5, 1, 0), ((await MugsOnHandAsync())!.OnHand, (await JournalAsync()).Count, _world.Bells.Rung.Count));
    }

    [Theory]
    [InlineData(7, "D-7 came in on 2026-03-02T12:00:00Z with 5 units, and the file says 7. If 2 more came, bring them in by a document of their own; if the first number was wrong, count the shelf (shipby import stock)")]
    [InlineData(4, "D-7 came in on 2026-03-02T12:00:00Z with 5 units, and the file says 4. If the first number was wrong, count the shelf (shipby import stock)")]
    public async Task AnotherNumberOfTheSameDocument_IsRefused_AndTheRestGoesIn(int units, string says)
    {
        await RunAsync(Mugs("D-7", 5));

        var import = await RunAsync(Mugs("D-7", units), new Receipt([3], "D-7", Sku.Parse("CUP-1"), 2));

        Assert.Equal((ImportEnd.Whole, true, false), (import.End, import.Rows[0].Contradicts, import.Rows[1].Contradicts));
        Assert.Equal(says, PurchaseImportWords.Of(import.Rows[0]));
        Assert.Equal(["CUP-1 2", "MUG-1 5"], await StockAsync());
    }

    [Fact]
    public async Task OneProductByTwoDocuments_ComesTwice_AsTheDryRunSaid()
    {
        Receipt[] receipts = [Mugs("D-7", 5), Mugs("D-8", 3, line: 3)];

        Assert.Equal(["new product, 5 on hand", "+3: 5 -> 8"], (await _world.Of<ImportPurchases>().PlanAsync(Sample.Pool, receipts, default)).Rows.Select(PurchaseImportWords.Of));
        Assert.Equal(["new product, 5 on hand", "+3: 5 -> 8"], (await RunAsync(receipts)).Rows.Select(PurchaseImportWords.Of));
        Assert.Equal(["MUG-1 8"], await StockAsync());
    }

    [Theory]
    [InlineData("one", "one", 5, false)]
    [InlineData("one", "two", 5, true)]
    [InlineData("one", null, 5, false)]        // named by hand: the same document, corrected
    [InlineData(null, "two", 5, true)]
    public async Task AnotherFileOfTheSameName_IsRefusedWhole_UntilItsDocumentIsNamed(string? first, string? second, int units, bool isRefused)
    {
        await RunAsync(Mugs("in.csv", 5) with { Print = first });
        Receipt[] next = [Mugs("in.csv", units) with { Print = second }, new Receipt([3], "in.csv", Sku.Parse("CUP-1"), 2) { Print = second }];

        Assert.Equal(isRefused, (await _world.Of<ImportPurchases>().PlanAsync(Sample.Pool, next, default)).Other is not null);
        var import = await RunAsync(next);

        Assert.Equal((isRefused ? Sample.Noon : (Instant?)null, isRefused ? 0 : 2), (import.Other, import.Rows.Count));
        Assert.Equal(isRefused ? ["MUG-1 5"] : ["CUP-1 2", "MUG-1 5"], await StockAsync());
    }

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 2)]
    [InlineData(98, 2)]
    [InlineData(120, 3)]
    public async Task ManyRows_GoInBySeveralCommits_EachWithItsJournalRow(int rows, int commits)
    {
        var import = await RunAsync(ManyRows[..rows]);

        Assert.Equal((ImportEnd.Whole, rows, 0, commits), (import.End, import.Rows.Count, import.Left.Count, (await JournalAsync()).Count));
        Assert.Single(_world.Bells.Rung);
    }

    [Fact]
    public async Task AnOrderThatWasShort_IsServed_OnceTheBellIsAnswered()
    {
        _world.Marketplace.Present[Sample.Mug] = 1;
        _world.Marketplace.Show(Sample.Posting);
        await _world.RoundAsync();

        var import = await _world.Of<ImportPurchases>().RunAsync(Sample.Pool, [Mugs("D-7", 1)], Command, new ImportOrdersTests.Progress(), default);

        Assert.Equal("+1: 1 -> 2", PurchaseImportWords.Of(Assert.Single(import.Rows)));
        Assert.Equal(OrderState.OutOfStock, (await _world.OrderAsync(Sample.Posting.Key.Number)).State);
        await _world.Of<AnswerBell>().RunAsync(Bell.ReserveStock, Sample.Pool, default);
        Assert.Equal(OrderState.Held, (await _world.OrderAsync(Sample.Posting.Key.Number)).State);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    public async Task ALostAnswer_IsAskedFor_AndNothingIsAddedTwice(bool tookEffect, int lost)
    {
        var import = await RunAsync(Disturbed(async (commit, make) =>
        {
            if (commit != lost)
            {
                return await make();
            }

            await (tookEffect ? make() : Task.CompletedTask);
            throw new LedgerUnreachableException("the test says so", new IOException());
        }));

        Assert.Equal((ImportEnd.Whole, 120), (import.End, import.Rows.Count(row => row.Known is null)));
        Assert.Equal(ManyRows.Sum(receipt => receipt.Units), (await Counting.StockAsync(_world)).Sum(item => item.OnHand));
        Assert.Equal(3, (await JournalAsync()).Count);
    }

    [Fact]
    public async Task ALedgerThatGoesAway_LeavesTheRest_AndTheNextRunGoesOnThere()
    {
        var import = await RunAsync(Disturbed((commit, make) => commit > 1 ? throw new LedgerUnreachableException("the test says so", new IOException()) : make()));

        Assert.Equal((ImportEnd.NoAnswer, 49, 71), (import.End, import.Rows.Count, import.Left.Count));

        var next = await RunAsync(ManyRows);

        Assert.Equal((ImportEnd.Whole, 49, 71), (next.End, next.Rows.Count(row => row.Known is not null), next.Rows.Count(row => row.Known is null)));
    }

    [Fact]
    public async Task TwoInstancesWithTheSameFile_AddEachRowOnce()
    {
        var both = await Task.WhenAll(RunAsync(Disturbed((_, make) => make()), 1), RunAsync(Disturbed((_, make) => make()), 2));

        Assert.All(both, import => Assert.Equal((ImportEnd.Whole, 120), (import.End, import.Rows.Count)));
        Assert.Equal(120, both.Sum(import => import.Rows.Count(row => row.Known is null)));
        Assert.Equal(ManyRows.Sum(receipt => receipt.Units), (await Counting.StockAsync(_world)).Sum(item => item.OnHand));
    }

    private static Receipt Mugs(string document, int units, int line = 2) => new([line], document, Sample.Mug, units);

    private Counting.Disturbed Disturbed(Func<int, Func<Task<CommitOutcome>>, Task<CommitOutcome>> at) => new(_world.Ledger, at);

    private Task<PurchaseImport> RunAsync(params Receipt[] receipts) => RunAsync(_world.Ledger, 1, receipts);

    private Task<PurchaseImport> RunAsync(ILedger ledger, int seed = 1) => RunAsync(ledger, seed, ManyRows);

    private async Task<PurchaseImport> RunAsync(ILedger ledger, int seed, Receipt[] receipts)
    {
        var lease = new PoolLease(ledger, new MachineClock(_machine), new Random(seed));
        return await Counting.PassAsync(_machine, new ImportPurchases(ledger, lease, _world.Bells, _world.Clock, new Random(seed)).RunAsync(Sample.Pool, receipts, Command, new ImportOrdersTests.Progress(), default));
    }

    private async Task PutAsync(StockItem? item)
    {
        if (item is not null)
        {
            Assert.True((await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new StockRow(item))), default)).IsCommitted);
        }
    }

    private async Task<StockItem?> MugsOnHandAsync() => (await Counting.StockAsync(_world)).FirstOrDefault(item => item.Sku == Sample.Mug);

    private async Task<IReadOnlyList<string>> StockAsync() => [.. (await Counting.StockAsync(_world)).Select(item => $"{item.Sku} {item.OnHand}").Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<string>> JournalAsync() =>
        [.. (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Journal, 100, default)).Select(stored => ((JournalRow)stored.Row).What)];
}
