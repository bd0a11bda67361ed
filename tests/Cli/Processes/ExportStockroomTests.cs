using System.Text;
using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Storage;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account: cards go in, and what is exported goes in again.</summary>
public sealed class ExportStockroomTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private readonly TableLedger _ledger = new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task CardsGoIn_AndWhatIsExportedGoesInAgain_Unchanged()
    {
        var file = _shipby.Write("cards.csv", "Артикул;Название;Вес, г;Упаковка\nMUG-1;=Кружка;350;BOX-S\nCUP-1;Чашка;лёгкая;\n");

        var dry = await RunAsync("import", "products", file, "--dry-run");
        Assert.Equal((1, ""), (dry.ExitCode, dry.Error));
        Assert.Equal(
            [
                $"Pool {_pool} in the storage account of the settings; the file is read as utf-8: all of it is valid.",
                "line 2: MUG-1: new card",
                "line 3, weight_g: 'лёгкая' is not a number of units. Write a whole number from 0 on, in digits. Set aside.",
                "1 of 2 rows would go in: 1 new, 0 changed, 0 unchanged; 1 set aside. Nothing was changed; leave --dry-run out to do it.",
            ],
            Lines(dry));
        Assert.Empty(await _ledger.RangeAsync(_pool, KeyRange.Cards, 10, default));

        await RunAsync("import", "products", file);
        var card = ((CardRow)Assert.Single(await _ledger.RangeAsync(_pool, KeyRange.Cards, 10, default)).Row).Card;
        Assert.Equal(new ProductCard(Sku.Parse("MUG-1")) { Name = "=Кружка", Weight = 350, Packaging = "BOX-S" }, card);

        var written = Path.Combine(_shipby.Home, "products.csv");
        var export = await RunAsync("export", "products", "--out", written, "--semicolons");
        Assert.Equal((0, $"written: {written}"), (export.ExitCode, Assert.Single(Lines(export))));
        Assert.Equal("\uFEFFsku;name;", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(written, TestContext.Current.CancellationToken))[..10]);
        Assert.Equal("1 of 1 rows are in: 0 new, 0 changed, 1 unchanged; 0 set aside.", Lines(await RunAsync("import", "products", written))[^1]);
    }

    [Fact]
    public async Task AFileThatCannotBeWritten_IsSaid()
    {
        var outcome = await RunAsync("export", "stock", "--out", Path.Combine(_shipby.Home, "no-such-folder", "stock.csv"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--out", outcome.Error, StringComparison.Ordinal);
    }

    private Task<ShipByProcess.Outcome> RunAsync(params string[] args) =>
        _shipby.RunAsync([.. args, "--pool", _pool.Value], new Dictionary<string, string> { ["AzureWebJobsStorage"] = azurite.ConnectionString, ["Shops__tea__Pool"] = _pool.Value });

    private static string[] Lines(ShipByProcess.Outcome outcome) => outcome.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
