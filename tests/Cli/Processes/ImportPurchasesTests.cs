using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Storage;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account: what it says of each row, what it adds, how it ends.</summary>
public sealed class ImportPurchasesTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private readonly TableLedger _ledger = new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task ADryRunSaysWhatWouldHappen_TheRunDoesJustThat_AndASecondOneNothing()
    {
        var file = _shipby.Write("came.csv", "sku;quantity;document\nMUG-1;7,0;D-7\nMUG-1;3;D-7\nCUP-1;-2;D-7\nMUG-1;1;D-8\n");
        string[] rows =
        [
            "lines 2, 3: MUG-1: new product, 10 on hand",
            "line 4, quantity: '-2' is negative. What goes back to a supplier is no purchase; count the shelf. Set aside.",
            "line 5: MUG-1: +1: 10 -> 11",
        ];

        var dry = await ImportAsync(file, "--dry-run");

        Assert.Equal((1, ""), (dry.ExitCode, dry.Error));
        Assert.Equal([.. rows, "11 units of 2 rows would be added; 0 rows came in before; 1 set aside. Nothing was changed; leave --dry-run out to do it."], Lines(dry)[1..]);
        Assert.Empty(await StockAsync());

        var real = await ImportAsync(file);
        var again = await ImportAsync(file);

        Assert.Equal([.. rows, "11 units of 2 rows are added; 0 rows came in before; 1 set aside."], Lines(real)[1..]);
        Assert.Equal("0 units of 0 rows are added; 2 rows came in before; 1 set aside.", Lines(again)[^1]);
        Assert.Equal(["MUG-1 11 0"], await StockAsync());
    }

    [Fact]
    public async Task AnotherFileOfTheSameName_WaitsForItsDocumentToBeNamed()
    {
        await ImportAsync(_shipby.Write("came.csv", "sku,quantity\nMUG-1,7\n"));
        var file = _shipby.Write("came.csv", "sku,quantity\nMUG-1,2\n");

        var refused = await ImportAsync(file);
        var named = await ImportAsync(file, "--document", "March");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("other rows came in from a file that was called came.csv, too. Nothing of this one is in. If it is another delivery, give --document a name of its own", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, "2 units of 1 rows are added; 0 rows came in before; 0 set aside."), (named.ExitCode, Lines(named)[^1]));
        Assert.Equal(["MUG-1 9 0"], await StockAsync());
    }

    private Task<ShipByProcess.Outcome> ImportAsync(string file, params string[] options) => _shipby.RunAsync(
        ["import", "purchases", file, .. options], new Dictionary<string, string> { ["AzureWebJobsStorage"] = azurite.ConnectionString, ["Shops__tea__Pool"] = _pool.Value });

    private static string[] Lines(ShipByProcess.Outcome outcome) => outcome.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private async Task<IReadOnlyList<string>> StockAsync() =>
        [.. (await _ledger.RangeAsync(_pool, KeyRange.AllStock, 100, default)).Select(stored => ((StockRow)stored.Row).Item).Select(item => $"{item.Sku} {item.OnHand} {item.Held}")];
}
