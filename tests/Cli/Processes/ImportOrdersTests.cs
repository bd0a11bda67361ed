using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Storage;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account: what it says of each order, what it writes, how it ends.</summary>
public sealed class ImportOrdersTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private readonly TableLedger _ledger = new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task ADryRunSaysWhatWouldHappen_TheRunDoesJustThat_AndASecondOneNothing()
    {
        var file = _shipby.Write("orders.csv", """
            order;sku;quantity;status;ship_by;price;currency
            A-1;MUG-1;2,0;to pack;2099-03-02 18:00;1 530,50;RUB
            A-1;CUP-1;1;to pack;2099-03-02 18:00;;
            B-1;MUG-1;1;on its way;;;
            C-1;MUG-1;1;paid;;;
            """);
        string[] rows =
        [
            "lines 2, 3: A-1: new, to pack, to ship by 2099-03-02T15:00:00Z, 2 x MUG-1 + 1 x CUP-1",
            "line 4, status: 'on its way' is a word that is not known. Look the order up in the shop, and add the word with its meaning to ",
            "line 5: C-1: new, to pack, without a deadline: the file names none, and the shop has no HandlingTime, 1 x MUG-1",
        ];

        var dry = await ImportAsync(file, "--dry-run", "--as-of", "2026-03-02 12:00");

        Assert.Equal((1, ""), (dry.ExitCode, dry.Error));
        Assert.Equal($"Shop tea, pool {_pool}, in the storage account of the settings; the file is read as a list of orders in utf-8: all of it is valid; its times are of Europe/Moscow; it is as of 2026-03-02T09:00:00Z.", Lines(dry)[0]);
        Assert.All(rows.Zip(Lines(dry)[1..]), row => Assert.StartsWith(row.First, row.Second, StringComparison.Ordinal));
        Assert.Equal("2 orders would be in: 2 new, 0 changed, 0 unchanged, 0 older, 0 passed over; 1 rows set aside. Nothing was changed; leave --dry-run out to do it.", Lines(dry)[^1]);
        Assert.Empty(await OrdersAsync());

        var json = Path.Combine(_shipby.Home, "rows.json");
        var real = await ImportAsync(file, "--json", json, "--as-of", "2026-03-02 12:00");
        var again = await ImportAsync(file, "--as-of", "2026-03-02 12:00");

        Assert.Equal((1, ""), (real.ExitCode, real.Error));
        Assert.Equal("2 orders are in: 2 new, 0 changed, 0 unchanged, 0 older, 0 passed over; 1 rows set aside.", Lines(real)[^1]);
        Assert.Equal("2 orders are in: 0 new, 0 changed, 2 unchanged, 0 older, 0 passed over; 1 rows set aside.", Lines(again)[^1]);
        Assert.Equal(["A-1 Pending", "C-1 Pending"], await OrdersAsync());
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken));
        Assert.Equal(["new", "new"], report.RootElement.GetProperty("in").EnumerateArray().Select(row => row.GetProperty("outcome").GetString()));
        Assert.Equal("status", report.RootElement.GetProperty("set_aside")[0].GetProperty("column").GetString());
    }

    [Fact]
    public async Task AnOlderFileOfAChineseCabinet_ChangesNothing()
    {
        var heading = "订单编号,商家编码,购买数量,订单状态\r\n";
        var newer = await WriteAsync("newer.csv", $"{heading}=\"3456789012345678901\",茶杯-1,2,卖家已发货，等待买家确认\r\n");
        var older = await WriteAsync("older.csv", $"{heading}=\"3456789012345678901\",茶杯-1,2,买家已付款，等待卖家发货\r\n");
        await ImportAsync(older, "--encoding", "gbk", "--as-of", "2026-03-01");
        await ImportAsync(newer, "--encoding", "gbk", "--as-of", "2026-03-02");

        var outcome = await ImportAsync(older, "--encoding", "gbk", "--as-of", "2026-03-01 12:00");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal("line 2: 3456789012345678901: older than what is known, which is of 2026-03-01T21:00:00Z; unchanged, handed over", Lines(outcome)[1]);
        Assert.Equal(["3456789012345678901 Shipped"], await OrdersAsync());
    }

    [Theory]
    [InlineData("There is no shop coffee in the settings. Give --shop one of these: cups, tea", "--shop", "coffee")]
    [InlineData("The shop cups is of the kind ozon: it is asked for its orders", "--shop", "cups")]
    [InlineData("Option '--shop' is required.")]
    [InlineData("--as-of 2099-01-01 is still to come", "--shop", "tea", "--as-of", "2099-01-01")]
    [InlineData("--as-of: 'today' is not a moment", "--shop", "tea", "--as-of", "today")]
    public async Task WhatCannotBegin_SaysWhy_AndWritesNothing(string says, params string[] options)
    {
        var file = _shipby.Write("orders.csv", "order;sku;quantity;status\nA-1;MUG-1;2;paid\n");

        var outcome = await _shipby.RunAsync(["import", "orders", file, .. options], Settings());

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(says, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(await OrdersAsync());
    }

    [Fact]
    public async Task ASettingThatIsWrong_IsNamed()
    {
        var file = _shipby.Write("orders.csv", "order;sku;quantity;status\nA-1;MUG-1;2;paid\n");

        var outcome = await _shipby.RunAsync(["import", "orders", file, "--shop", "tea"], new Dictionary<string, string>(Settings()) { ["Shops__tea__HandlingTime"] = "16h" });

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Shops__tea__HandlingTime needs Shops__tea__Calendar", outcome.Error, StringComparison.Ordinal);
    }

    private Task<ShipByProcess.Outcome> ImportAsync(string file, params string[] options) => _shipby.RunAsync(["import", "orders", file, "--shop", "tea", .. options], Settings());

    private Dictionary<string, string> Settings() => new()
    {
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["Shops__tea__Kind"] = "file",
        ["Shops__tea__Pool"] = _pool.Value,
        ["Shops__cups__Kind"] = "ozon",
    };

    private async Task<string> WriteAsync(string name, string text)
    {
        var file = Path.Combine(_shipby.Home, name);
        await File.WriteAllBytesAsync(file, CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text), TestContext.Current.CancellationToken);

        return file;
    }

    private static string[] Lines(ShipByProcess.Outcome outcome) => outcome.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private async Task<IReadOnlyList<string>> OrdersAsync() =>
        [.. (await _ledger.OrdersAsync(_pool, default)).Values.Select(stored => stored.Order()).Select(order => $"{order.Key.Number} {order.State}").Order(StringComparer.Ordinal)];
}
