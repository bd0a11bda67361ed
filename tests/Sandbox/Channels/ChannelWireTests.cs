using System.Text.Json.Nodes;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Channels;

/// <summary>Several shops in one sandbox: each shows its own, and the app has to tell them apart.</summary>
public sealed class ChannelWireTests
{
    [Fact]
    public async Task Ozon_ShowsItsOwnOrdersAlone()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder));
        await run.GoToAsync(30);

        var listed = Postings.Numbers((await run.CallAsync("v4/posting/fbs/list", Postings.List())).Json).ToArray();
        var taobao = run.Server.Run.Appeared(Channel.Taobao).First().Plan.Number;

        Assert.Equal(run.Server.Run.Appeared(Channel.Ozon).Select(order => order.Plan.Number).Order(), listed.Order());
        Assert.Equal(404, (await run.CallAsync("v3/posting/fbs/get", new JsonObject { ["posting_number"] = taobao }.ToJsonString())).Status);
        Assert.Equal(["non_integrated", "ozon"], (await run.CallAsync("v4/posting/fbs/list", Postings.List())).Json["postings"]!.AsArray()
            .Select(posting => posting!["tpl_integration_type"]!.ToString()).Distinct().Order());
    }

    [Fact]
    public async Task Shops_ReserveForTheirOwnOrders_AndRememberTheirOwnNumbers()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder));
        await run.GoToAsync(40);
        var sandbox = run.Server.Run;
        var product = sandbox.Source.Products[5];
        var reserved = Enum.GetValues<Channel>().Select(channel => sandbox.StockNow(channel)[product.OfferId].Reserved).ToArray();

        sandbox.TakeStock(Channel.Webhook, product, 7);

        Assert.Equal(sandbox.Appeared().Where(order => sandbox.StateOf(order).CancelledAt is null && sandbox.StateOf(order).ShippedAt is null).SelectMany(order => order.Plan.Lines)
            .Where(line => line.Product == product && line.Quantity > 0).Sum(line => line.Quantity), reserved.Sum());
        Assert.Equal((7 + reserved[2], 100_000), (sandbox.StockNow(Channel.Webhook)[product.OfferId].Present, sandbox.StockNow(Channel.Taobao)[product.OfferId].Present));
        Assert.Equal((1, 0), (sandbox.Stock.Told(Channel.Webhook).Count, sandbox.Stock.Told(Channel.Ozon).Count));
    }

    [Theory]
    [InlineData("taobao", 1, 0)]
    [InlineData("ozon", 0, 1)]
    public async Task App_MustNameTheShop_ThatAnOrderIsOf(string shop, int seen, int strange)
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder));
        run.Server.PointAtApp(app.Address, FakeApp.Key);
        await run.GoToAsync(5);
        app.SayOf(shop, run.Server.Run.Appeared(Channel.Taobao).First().Plan.Number, "Pending", ("taken", run.Time.GetUtcNow()));

        await run.Server.LookAtAppAsync();

        var report = await run.ReportAsync();
        Assert.Equal((seen, strange), (report["orders_seen"]!.GetValue<int>(), report["strange_names"]!.AsArray().Count));
    }

    [Fact]
    public async Task Nothing_ShipsByItself()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder));
        run.Server.PointAtApp(app.Address, FakeApp.Key);
        await run.GoToAsync(130, async () =>
        {
            foreach (var order in run.Server.Run.Appeared())
            {
                app.SayOf(order.Plan.Channel.Name(), order.Plan.Number, "Held", ("taken", order.Plan.Appears), ("held", order.Plan.Appears));
            }

            await run.Server.LookAtAppAsync();
        });

        Assert.DoesNotContain((await run.GetAsync("sandbox/events")).Json.AsArray(), one => one!["kind"]!.ToString() == "shipped");
    }
}
