using System.Text;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Products;
using ShipBy.Adapters.SellerFiles.Purchases;
using ShipBy.Adapters.SellerFiles.Stock;
using ShipBy.Application.Importing;
using ShipBy.Application.Ledger;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Adapters.Tests.SellerFiles;

/// <summary>What is exported, the imports read back and find unchanged, whatever it holds.</summary>
public sealed class StockroomRoundTripTests
{
    private static readonly string[] Odd = ["=1+1", "-5", "@a", "'a", "a,b", "a;b", "say \"no\"", "+7 900", "№ 7/ж", "货号 1", "#5", "  in  ner".Trim(), "1,000", "0", "é", "=SUM(A1)&\"x\""];

    private readonly World _world = new();

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public async Task Products_ComeBackUnchanged(char separator)
    {
        foreach (var (index, odd) in Odd.Index())
        {
            await _world.WriteCardAsync(new ProductCard(Sku.Parse(odd)) { Name = odd, Zone = odd, BarCode = $"46{index}", Supplier = odd, SafetyStock = index, LeadDays = index, Weight = index + 1, PerPackage = index + 1, IsPackaging = index % 2 == 0, Packaging = index % 2 == 0 ? null : odd });
        }

        var file = ProductsFile.Parse(await ExportAsync(StockTable.Products, separator), "products.csv");
        var import = await _world.Of<ImportProducts>().PlanAsync(Sample.Pool, file.Products, default);

        Assert.Empty(file.SetAside);
        Assert.Equal(Odd.Length, import.Rows.Count);
        Assert.All(import.Rows, row => Assert.Equal((row.Given.Sku, CardFate.Unchanged), (row.Given.Sku, row.Fate)));

        var other = new World();
        await other.Of<ImportProducts>().RunAsync(Sample.Pool, file.Products, "test", new Progress<double>(), default);
        Assert.Equal(await CardsAsync(_world), await CardsAsync(other));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public async Task TheShelf_AndWhatCameIn_ComeBackUnchanged(char separator)
    {
        LedgerRow[] rows = [.. Odd.Index().SelectMany(one => new LedgerRow[]
        {
            new StockRow(new StockItem(Sku.Parse(one.Item), one.Index, one.Index / 2)),
            new ReceiptRow(one.Item, Sku.Parse(one.Item), one.Index + 1, Sample.Noon, one.Index % 2 == 0 ? "print" : null, one.Item, one.Index % 3 == 0 ? null : Sample.Noon - Duration.FromMilliseconds(one.Index)),
        })];
        Assert.True((await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. rows.Select(row => new RowChange.Insert(row))]), default)).IsCommitted);
        await _world.WriteCardAsync(new ProductCard(Sku.Parse("never counted")) { Name = "none" });

        var shelf = StockFile.Parse(await ExportAsync(StockTable.Stock, separator), "stock.csv");
        Assert.Empty(shelf.SetAside);
        var counts = await _world.Of<ImportStock>().PlanAsync(Sample.Pool, shelf.Counts, default);
        Assert.Equal(Odd.Length, counts.Rows.Count);
        Assert.All(counts.Rows, row => Assert.False(row.Changes, row.Count.Sku.Value));

        var came = PurchasesFile.Parse(await ExportAsync(StockTable.Purchases, separator), "purchases.csv", document: null, DateTimeZone.Utc, Sample.Noon);
        Assert.Empty(came.SetAside);
        var purchases = await _world.Of<ImportPurchases>().PlanAsync(Sample.Pool, came.Receipts, default);
        Assert.Equal((Odd.Length, null), (purchases.Rows.Count, purchases.Other));
        Assert.All(purchases.Rows, row => Assert.True(row is { Known: not null, Contradicts: false }, row.Receipt.Document));
    }

    /// <remarks>Whoever mixes the files up must not bring orders in as goods, nor an old count as a new one.</remarks>
    [Fact]
    public async Task WhatIsNoStock_IsTakenForNone()
    {
        var mug = Sample.Mug;
        await _world.Of<Purchases>().OrderAsync(Sample.Pool, new PurchaseOrder(Guid.NewGuid(), "7", "=Kiln", Sample.Noon, "Anna", [new PurchaseLine(mug, 5)]) { Expected = new LocalDate(2026, 3, 20) }, default);
        await _world.Of<TakeStock>().NoteAsync(Sample.Pool, Guid.NewGuid(), new Dictionary<Sku, int> { [mug] = 3 }, "Anna", default);
        var (incoming, counts) = (await ExportAsync(StockTable.Incoming, ','), await ExportAsync(StockTable.Counts, ','));

        Assert.Contains("7,'=Kiln,2026-03-02T12:00:00Z,Anna,2026-03-20,MUG-1,5,0,5,open", incoming, StringComparison.Ordinal);
        Assert.Contains("Anna,MUG-1,,3,3,waiting", counts, StringComparison.Ordinal);
        Assert.Throws<InvalidSellerFileException>(() => PurchasesFile.Parse(incoming, "f", null, DateTimeZone.Utc, Sample.Noon));
        Assert.Throws<InvalidSellerFileException>(() => StockFile.Parse(counts, "f"));
        Assert.Throws<InvalidSellerFileException>(() => StockFile.Parse(incoming, "f"));
    }

    private async Task<string> ExportAsync(StockTable table, char separator)
    {
        var bytes = await _world.Of<ExportStockroom>().RunAsync(Sample.Pool, table, separator, default);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        return ImportedText.Decode(bytes, null, "f", "a test").Text;
    }

    private static async Task<IReadOnlyList<ProductCard>> CardsAsync(World world) => [.. (await world.Ledger.RangeAsync(Sample.Pool, KeyRange.Cards, 100, default)).Select(stored => ((CardRow)stored.Row).Card)];
}
