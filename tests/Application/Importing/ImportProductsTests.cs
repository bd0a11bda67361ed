using ShipBy.Application.Importing;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Importing;

public sealed class ImportProductsTests
{
    private const string By = "shipby import products";

    private readonly World _world = new();

    [Fact]
    public async Task WhatTheFileSays_IsWritten_AndWhatItHasNoColumnFor_Stays()
    {
        await _world.WriteCardAsync(new ProductCard(Sku.Parse("A")) { Name = "old", Zone = "B-1", LeadDays = 3 });

        var plan = await _world.Of<ImportProducts>().PlanAsync(Sample.Pool, [Given("A", (CardField.Name, "new"), (CardField.LeadDays, "")), Given("B", (CardField.SafetyStock, "4"))], default);
        Assert.Equal(["Changed Name,LeadDays", "New SafetyStock"], plan.Rows.Select(row => $"{row.Fate} {string.Join(',', row.Changes)}"));
        Assert.Equal("old", (await CardAsync("A"))!.Name);

        var import = await RunAsync(_world.Ledger, [.. plan.Rows.Select(row => row.Given)]);

        Assert.Equal((ImportEnd.Whole, 0), (import.End, import.Left.Count));
        Assert.Equal(new ProductCard(Sku.Parse("A")) { Name = "new", Zone = "B-1" }, await CardAsync("A"));
        Assert.NotNull(await _world.Ledger.FindAsync(Sample.Pool, RowKey.Gate(LowStockCheck.Gate), default));
        Assert.Equal([CardFate.Unchanged, CardFate.Unchanged], (await RunAsync(_world.Ledger, [.. plan.Rows.Select(row => row.Given)])).Rows.Select(row => row.Fate));
        Assert.Equal(["shipby import products: cards A, B"], await JournalAsync());
    }

    [Theory]
    [InlineData("46001", CardFate.CodeTaken)]
    [InlineData("A", CardFate.CodeTaken)]
    [InlineData("B", CardFate.New)]
    [InlineData("46002", CardFate.New)]
    public async Task ACodeThatMeansAnotherProduct_KeepsItsRowOut(string code, CardFate expected)
    {
        await _world.WriteCardAsync(new ProductCard(Sku.Parse("A")) { BarCode = "46001" });

        var import = await RunAsync(_world.Ledger, [Given("B", (CardField.BarCode, code)), Given("C", (CardField.Name, "c"))]);

        Assert.Equal([expected, CardFate.New], import.Rows.Select(row => row.Fate));
        Assert.Equal((ImportEnd.Whole, expected == CardFate.New), (import.End, await CardAsync("B") is not null));
    }

    [Fact]
    public async Task CodesMayChangePlaces()
    {
        await _world.WriteCardAsync(new ProductCard(Sku.Parse("A")) { BarCode = "1" });
        await _world.WriteCardAsync(new ProductCard(Sku.Parse("B")) { BarCode = "2" });

        await RunAsync(_world.Ledger, [Given("A", (CardField.BarCode, "2")), Given("B", (CardField.BarCode, "1"))]);

        Assert.Equal(("2", "1"), ((await CardAsync("A"))!.BarCode, (await CardAsync("B"))!.BarCode));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    public async Task ALostAnswer_IsAskedFor_AndWhatWasDoneIsSaidOnce(bool tookEffect, int lost)
    {
        var given = Many(250);
        var ledger = new Counting.Disturbed(_world.Ledger, async (commit, make) =>
        {
            if (commit == lost)
            {
                await (tookEffect ? make() : Task.CompletedTask);
                throw new LedgerUnreachableException("silence", new IOException());
            }

            return await make();
        });

        var import = await RunAsync(ledger, given);

        Assert.Equal((ImportEnd.Whole, 250), (import.End, import.Rows.Count(row => row.Fate == CardFate.New)));
        Assert.Equal(250, (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Cards, 1_000, default)).Count);
        Assert.Equal(3, (await JournalAsync()).Count);
    }

    [Fact]
    public async Task ALedgerThatIsAway_LeavesTheRestToTheNextRun_WhichGoesOn()
    {
        var given = Many(250);
        var away = new Counting.Disturbed(_world.Ledger, (commit, make) => commit == 2 ? throw new LedgerUnreachableException("silence", new IOException()) : commit == 1 ? make() : throw new LedgerUnreachableException("silence", new IOException()));

        var first = await RunAsync(away, given);
        Assert.Equal((ImportEnd.NoAnswer, ImportProducts.AtOnce, 250 - ImportProducts.AtOnce), (first.End, first.Rows.Count, first.Left.Count));

        var second = await RunAsync(_world.Ledger, given);
        Assert.Equal((ImportEnd.Whole, 250 - ImportProducts.AtOnce), (second.End, second.Rows.Count(row => row.Fate == CardFate.New)));
    }

    [Fact]
    public async Task TwoAtOnce_WriteEachOfThemTheirOwnFields()
    {
        GivenCard[] names = [.. Many(150)], zones = [.. names.Select(one => one with { Texts = new Dictionary<CardField, string> { [CardField.Zone] = "Z" } })];
        var slow = new Counting.Disturbed(_world.Ledger, async (_, make) =>
        {
            await Task.Yield();
            return await make();
        });

        var both = await Task.WhenAll(RunAsync(slow, names), RunAsync(slow, zones));

        Assert.All(both, one => Assert.Equal(ImportEnd.Whole, one.End));
        var cards = (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Cards, 1_000, default)).Select(stored => ((CardRow)stored.Row).Card).ToList();
        Assert.Equal(150, cards.Count);
        Assert.All(cards, card => Assert.Equal((true, "Z"), (card.Name is not null, card.Zone)));
    }

    private static GivenCard[] Many(int rows) => [.. Enumerable.Range(1, rows).Select(i => Given($"P-{i}", (CardField.Name, $"Product {i}")) with { Line = i + 1 })];

    private static GivenCard Given(string sku, params (CardField Field, string Text)[] texts) => new(2, Sku.Parse(sku), texts.ToDictionary(one => one.Field, one => one.Text));

    private Task<ProductImport> RunAsync(ILedger ledger, IReadOnlyList<GivenCard> given) =>
        new ImportProducts(ledger, new LookAtStock(ledger), _world.Clock, new Random(1)).RunAsync(Sample.Pool, given, By, new Progress<double>(), default);

    private async Task<ProductCard?> CardAsync(string sku) => ((await _world.Ledger.FindAsync(Sample.Pool, RowKey.Card(Sku.Parse(sku)), default))?.Row as CardRow)?.Card;

    private async Task<IReadOnlyList<string>> JournalAsync() => [.. (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Journal, 100, default)).Select(stored => ((JournalRow)stored.Row).What)];
}
