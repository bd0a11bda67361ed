using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Storage;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account: what it says of each row, what it writes, how it ends.</summary>
public sealed class ImportDefectsTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private readonly TableLedger _ledger = new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task ADryRunWritesNothing_TheRunNotes_AndASecondOneChangesNothing()
    {
        await ImportAsync("orders", _shipby.Write("orders.csv", "order;sku;quantity;status;created\nA-1;MUG-1;2;packed;2026-03-01\n"));
        var file = _shipby.Write("returns.csv", "order,kind,note,review\nA-1,broken,a handle,1\nB-9,broken,,\nA-1,melancholy,,\n");

        var dry = await ImportAsync("defects", file, "--dry-run");

        Assert.Equal((1, ""), (dry.ExitCode, dry.Error));
        Assert.Empty((await OrderAsync()).Defects);

        var real = await ImportAsync("defects", file, "--by", "Anna");
        var again = await ImportAsync("defects", file);

        Assert.Contains("line 2: A-1: noted: damaged, 1 of 5 stars", real.Output, StringComparison.Ordinal);
        Assert.Contains("line 3: B-9: passed over: no order of the shop has that number", real.Output, StringComparison.Ordinal);
        Assert.Contains("1 are noted, 1 passed over; 1 set aside.", again.Output, StringComparison.Ordinal);
        var order = await OrderAsync();
        Assert.Equal((DefectKind.Damaged, "Anna", "a handle", 1), (Assert.Single(order.Defects).Kind, order.Defects[0].By, order.Defects[0].Note, order.Review));
    }

    private Task<ShipByProcess.Outcome> ImportAsync(string what, string file, params string[] options) => _shipby.RunAsync(["import", what, file, "--shop", "tea", .. options], new Dictionary<string, string>
    {
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["Shops__tea__Kind"] = "file",
        ["Shops__tea__Pool"] = _pool.Value,
    });

    private async Task<Domain.Orders.Order> OrderAsync() => (await _ledger.OrdersAsync(_pool, TestContext.Current.CancellationToken)).Values.Single().Order();
}
