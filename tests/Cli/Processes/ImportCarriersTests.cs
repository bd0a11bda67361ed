using System.Text.Json;
using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Storage;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account: what it says of each event, what it writes, how it ends.</summary>
public sealed class ImportCarriersTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private readonly TableLedger _ledger = new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task ADryRunSaysWhatWouldHappen_TheRunDoesJustThat_AndASecondOneNothing()
    {
        var orders = _shipby.Write("orders.csv", "order;sku;quantity;status;created;tracking_number\nA-1;MUG-1;2;packed;2026-03-01;RA100\nB-1;MUG-1;1;packed;2026-03-01;RA200\n");
        await ImportAsync("orders", orders);
        var file = _shipby.Write("parcels.csv", "Трек-номер;Событие;Время\nRA100;Принято;02.03.2026 12:00\nRA300;Принято;02.03.2026 12:00\nRA200;Улетело;02.03.2026 12:00\n");
        string[] rows =
        [
            "line 2: RA100: A-1: handed over: Accepted on 2026-03-02T09:00:00Z",
            "line 3: RA300: passed over: no order of the shop that is open or was closed just now, and no parcel that is followed, has that number",
            "line 4, event: 'Улетело' is a word that is not known. Look the parcel up at the carrier's, and add the word with its meaning to ",
        ];

        var dry = await ImportAsync("carriers", file, "--dry-run");

        Assert.Equal((1, ""), (dry.ExitCode, dry.Error));
        Assert.All(rows.Zip(Lines(dry)[1..]), row => Assert.StartsWith(row.First, row.Second, StringComparison.Ordinal));
        Assert.Equal("1 would be handed over, 0 noted, 0 known before, 1 passed over; 1 set aside. Nothing was changed; leave --dry-run out to do it.", Lines(dry)[^1]);
        Assert.Equal(["A-1 Pending", "B-1 Pending"], await OrdersAsync());

        var json = Path.Combine(_shipby.Home, "rows.json");
        var real = await ImportAsync("carriers", file, "--json", json);
        var again = await ImportAsync("carriers", file);

        Assert.Equal("1 are handed over, 0 noted, 0 known before, 1 passed over; 1 set aside.", Lines(real)[^1]);
        Assert.Equal("0 are handed over, 0 noted, 1 known before, 1 passed over; 1 set aside.", Lines(again)[^1]);
        Assert.Equal(["A-1 Shipped", "B-1 Pending"], await OrdersAsync());
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken));
        Assert.Equal(["handed_over", "unknown"], report.RootElement.GetProperty("in").EnumerateArray().Select(row => row.GetProperty("outcome").GetString()));
    }

    /// <remarks>Its key need not be here: nobody is asked.</remarks>
    [Fact]
    public async Task OfAShopThatIsAsked_EventsAreOnlyNoted()
    {
        var file = _shipby.Write("parcels.csv", "tracking_number,event,time\nRA100,accepted,2026-03-02 12:00\n");

        var outcome = await _shipby.RunAsync(["import", "carriers", file, "--shop", "cups"], Settings());

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal("0 are handed over, 0 noted, 0 known before, 1 passed over; 0 set aside.", Lines(outcome)[^1]);
    }

    private Task<ShipByProcess.Outcome> ImportAsync(string what, string file, params string[] options) => _shipby.RunAsync(["import", what, file, "--shop", "tea", .. options], Settings());

    private Dictionary<string, string> Settings() => new()
    {
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["Shops__tea__Kind"] = "file",
        ["Shops__tea__Pool"] = _pool.Value,
        ["Shops__cups__Kind"] = "ozon",
        ["Shops__cups__Pool"] = _pool.Value,
    };

    private static string[] Lines(ShipByProcess.Outcome outcome) => outcome.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private async Task<IReadOnlyList<string>> OrdersAsync() =>
        [.. (await _ledger.OrdersAsync(_pool, default)).Values.Select(stored => stored.Order()).Select(order => $"{order.Key.Number} {order.State}").Order(StringComparer.Ordinal)];
}
