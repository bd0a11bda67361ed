using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Carriers;
using ShipBy.TestKit.Storage;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account.</summary>
public sealed class ImportCarrierTableTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    /// <remarks>There is one table for all shops, and other tests may use the same storage: the rows are looked for by their own name.</remarks>
    [Fact]
    public async Task ADryRunSaysWhatWouldHappen_TheRunDoesJustThat_AndASecondOneNothing()
    {
        var name = $"carrier {Guid.NewGuid():N}";
        var file = _shipby.Write("carriers.csv", $"Перевозчик;Регионы;Цена;Валюта\n{name};Казань;350,50;RUB\n{name};Самара;дорого;RUB\n");
        var table = new CarrierTable(new TableLedger(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger")));

        var dry = await ImportAsync(file, "--dry-run");
        Assert.Equal((1, ""), (dry.ExitCode, dry.Error));
        Assert.Equal($"line 2: {name}: new", Lines(dry)[1]);
        Assert.StartsWith("line 3, price: 'дорого' cannot be read.", Lines(dry)[2], StringComparison.Ordinal);
        Assert.Equal("1 rows would go in: 1 new, 0 changed, 0 unchanged; 1 set aside. Nothing was changed; leave --dry-run out to do it.", Lines(dry)[^1]);

        var real = await ImportAsync(file);
        var again = await ImportAsync(file);

        Assert.Equal("1 rows are in: 1 new, 0 changed, 0 unchanged; 1 set aside.", Lines(real)[^1]);
        Assert.Equal("1 rows are in: 0 new, 0 changed, 1 unchanged; 1 set aside.", Lines(again)[^1]);
        Assert.Equal(35_050, Assert.Single(await table.AllAsync(default), row => row.Name == name).Price!.MinorUnits);
    }

    private Task<ShipByProcess.Outcome> ImportAsync(string file, params string[] options) =>
        _shipby.RunAsync(["import", "carrier-table", file, .. options], new Dictionary<string, string> { ["AzureWebJobsStorage"] = azurite.ConnectionString });

    private static string[] Lines(ShipByProcess.Outcome outcome) => outcome.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
