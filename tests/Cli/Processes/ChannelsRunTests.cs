using System.Text.Json;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>Three shops on one stock, for half a minute: the long run with all faults is a command of its own.</summary>
public sealed class ChannelsRunTests : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task EachShop_IsToldOnceWhatWasShipped_AndWhatIsLeft()
    {
        var report = Path.Combine(_shipby.Home, "report.json");

        var outcome = await _shipby.RunAsync(["run", "--channels", "ozon,taobao,webhook", "--for", "30s", "--faults", "low", "--seed", "5", "--report", report]);

        RunVerdict.AssertNothingWentWrong(outcome, report);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        foreach (var channel in json.RootElement.GetProperty("channels").EnumerateObject().Select(channel => channel.Value))
        {
            Assert.Equal(channel.GetProperty("orders_in_source").GetInt64(), channel.GetProperty("orders_seen").GetInt64());
            Assert.Equal(0, channel.GetProperty("shipped_more_than_once").GetInt64());
            Assert.Equal(0, channel.GetProperty("stock_differs").GetArrayLength());
            Assert.True(channel.GetProperty("stock_pushed_products").GetInt64() > 0);
        }

        Assert.Equal(["ozon", "taobao", "webhook"], json.RootElement.GetProperty("channels").EnumerateObject().Select(channel => channel.Name));
        Assert.True(json.RootElement.GetProperty("channels").EnumerateObject().Sum(channel => channel.Value.GetProperty("shipped").GetInt64()) > 0);
        _shipby.AssertNothingIsLeft();
    }
}
