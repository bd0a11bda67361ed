using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Channels;

/// <summary>What the report says of each shop.</summary>
public sealed class ChannelReportTests
{
    [Fact]
    public async Task Report_SpeaksOfChannels_OnlyWhereSeveralArePlayed()
    {
        using var folder = new TestFolder();
        await using (var alone = await TestRun.StartAsync(TestRun.HourIsASecond(folder)))
        {
            Assert.Null((await alone.ReportAsync())["channels"]);
        }

        using var other = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(other));
        var report = await run.ReportAsync();

        Assert.Equal(["ozon", "taobao", "webhook"], report["channels"]!.AsObject().Select(channel => channel.Key));
        Assert.Equal(report["orders_in_source"]!.GetValue<int>(), report["channels"]!.AsObject().Sum(channel => channel.Value!["orders_in_source"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("told", 1, 0, 1, 1, 0, 0, 0)]
    [InlineData("not told", 0, 0, 1, 0, 0, 0, 1)]
    [InlineData("told twice", 1, 1, 1, 1, 1, 0, 0)]
    [InlineData("told another number", 1, 0, 1, 1, 0, 1, 0)]
    [InlineData("told no number", 1, 0, 1, 0, 0, 0, 0)]
    [InlineData("cancelled first", 0, 0, 0, 0, 0, 0, 0)]
    public async Task Report_CountsWhatTheShopWasTold(string what, int shipped, int twice, int due, int written, int writtenTwice, int wrong, int left)
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder));
        await run.GoToAsync(5);
        var sandbox = run.Server.Run;
        var order = sandbox.Appeared(Channel.Taobao).First();
        sandbox.Record(Happened.ParcelReady, order.Plan.Number, new JsonObject { ["carrier"] = "YTO", ["tracking_number"] = "YT1" });
        sandbox.Record(Happened.ParcelTaken, order.Plan.Number);
        if (what is "cancelled first")
        {
            sandbox.Record(Happened.CancelAsked, order.Plan.Number, new JsonObject { ["reason"] = 0 });
        }
        else if (what is not "not told")
        {
            sandbox.TakeShipped(order, "YTO", what switch { "told another number" => "YT2", "told no number" => null, _ => "YT1" });
        }

        if (what is "told twice")
        {
            sandbox.TakeShipped(order, "YTO", "YT1");
        }

        var taobao = (await run.ReportAsync())["channels"]!["taobao"]!;

        Assert.Equal((shipped, twice, due, written, writtenTwice, wrong, left), (Number(taobao, "shipped"), Number(taobao, "shipped_more_than_once"), Number(taobao, "tracking_numbers_due"),
            Number(taobao, "tracking_numbers_written"), Number(taobao, "tracking_numbers_written_more_than_once"), Number(taobao, "tracking_numbers_wrong"), taobao["not_shipped"]!.AsArray().Count));
    }

    [Fact]
    public async Task Report_CountsOnOzon_WhatWasPacked()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder));
        await run.GoToAsync(20);
        var sandbox = run.Server.Run;
        var orders = sandbox.Appeared(Channel.Ozon).Where(order => !order.Plan.IsRfbs).Select(order => order.Plan.Number).ToArray();
        foreach (var (order, fails) in new[] { (orders[0], true), (orders[0], false), (orders[1], true) })
        {
            sandbox.Record(Happened.ShipAsked, order, new JsonObject { ["done_at"] = run.Time.GetUtcNow(), ["fails"] = fails });
        }

        // Twice before the first call has taken effect, and once after.
        var late = sandbox.Appeared(Channel.Ozon).First(order => order.ShipCalls.Count == 0 && order.Plan is { IsRfbs: false, OddStatus: null } && order.Plan.Lines.All(line => line.Quantity > 0));
        var ship = Postings.Ship(late.Plan.Number, [.. late.Plan.Lines.Select(line => (line.Product.Sku, line.Quantity))]);
        Assert.Equal(200, (await run.CallAsync("v4/posting/fbs/ship", ship)).Status);
        Assert.Equal(200, (await run.CallAsync("v4/posting/fbs/ship", ship)).Status);
        await run.GoToAsync(23);
        Assert.Equal("POSTING_ALREADY_SHIPPED", (await run.CallAsync("v4/posting/fbs/ship", ship)).Message);

        var ozon = (await run.ReportAsync())["channels"]!["ozon"]!;

        Assert.Equal((2, 1, 0), (Number(ozon, "shipped"), Number(ozon, "shipped_more_than_once"), Number(ozon, "tracking_numbers_due")));
    }

    [Fact]
    public async Task Report_Tells_OfWhatTheAppCallsShippedAndNoShopHeardOf()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder) with { App = app.Address, AppKey = FakeApp.Key });
        await run.GoToAsync(5);
        var order = run.Server.Run.Appeared(Channel.Webhook).First().Plan.Number;
        app.SayOf("webhook", order, "Shipped", ("taken", run.Time.GetUtcNow()), ("shipped", run.Time.GetUtcNow()));

        await run.Server.LookAtAppAsync();

        Assert.Equal([order], (await run.ReportAsync())["channels"]!["webhook"]!["not_shipped"]!.AsArray().Select(one => one!.ToString()));
    }

    [Fact]
    public async Task Stock_IsHeldAgainstTheLedger_AndTheQuietUntilItIsRightIsMeasured()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder) with { App = app.Address, AppKey = FakeApp.Key });
        var (one, other) = (run.Server.Run.Source.Products[5], run.Server.Run.Source.Products[6]);
        app.Available = new() { [one.OfferId] = 9, [other.OfferId] = 100_000, ["NO-STOCK-ROW"] = 0, ["nobody's"] = 3 };
        await run.GoToAsync(95, run.Server.LookAtAppAsync);
        var last = run.Server.Run.Appeared().Max(order => order.Plan.Appears);
        run.Server.Run.TakeStock(Channel.Webhook, one, 9);
        run.Server.Run.TakeStock(Channel.Taobao, one, 8);
        run.Server.Run.TakeStock(Channel.Ozon, one, 9);
        run.Server.Run.TakeStock(Channel.Ozon, other, 100_000);
        await run.GoToAsync(98, run.Server.LookAtAppAsync);

        var early = (await run.ReportAsync())["channels"]!;
        Assert.Equal([$"{other.OfferId}  100000"], Differences(early["webhook"]!));
        Assert.Contains($"{one.OfferId} 8 9", Differences(early["taobao"]!));
        Assert.Empty(Differences(early["ozon"]!));
        Assert.Null(early["webhook"]!["stock_as_available_after_seconds"]);
        Assert.Equal(Math.Round((TestRun.Start.AddSeconds(96) - last).TotalSeconds, 1), early["ozon"]!["stock_as_available_after_seconds"]!.GetValue<double>());

        run.Server.Run.TakeStock(Channel.Webhook, other, 100_000);
        run.Server.Run.TakeStock(Channel.Ozon, one, 7);
        await run.GoToAsync(100, run.Server.LookAtAppAsync);
        run.Server.Run.TakeStock(Channel.Ozon, one, 9);
        await run.GoToAsync(102, run.Server.LookAtAppAsync);

        var late = (await run.ReportAsync())["channels"]!;
        Assert.Equal(Math.Round((TestRun.Start.AddSeconds(99) - last).TotalSeconds, 1), late["webhook"]!["stock_as_available_after_seconds"]!.GetValue<double>());
        Assert.Equal(Math.Round((TestRun.Start.AddSeconds(101) - last).TotalSeconds, 1), late["ozon"]!["stock_as_available_after_seconds"]!.GetValue<double>());
    }

    [Fact]
    public async Task Oversold_IsWhatAllShopsTogetherPromised()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(TestRun.ThreeShops(folder) with { Length = TimeSpan.FromMinutes(5), App = app.Address, AppKey = FakeApp.Key });
        await run.GoToAsync(260);
        var (scarce, orders) = run.Server.Run.Source.Products.Take(3)
            .Select(product => (product, run.Server.Run.Appeared().Where(order => order.Plan.Lines.Any(line => line.Product == product && line.Quantity > 0)).ToArray()))
            .MaxBy(one => one.Item2.Length);
        foreach (var order in orders)
        {
            app.SayOf(order.Plan.Channel.Name(), order.Plan.Number, "Held", ("taken", order.Plan.Appears), ("held", order.Plan.Appears));
        }

        await run.Server.LookAtAppAsync();

        var units = orders.Sum(order => order.Plan.Lines.Where(line => line.Product == scarce).Sum(line => (long)line.Quantity));
        Assert.True(orders.Select(order => order.Plan.Channel).Distinct().Count() > 1);
        Assert.Equal(Math.Max(0, units - scarce.StockAtStart!.Value), (await run.ReportAsync())["oversold"]![scarce.OfferId]?.GetValue<long>() ?? 0);
        Assert.True(units > scarce.StockAtStart);
    }

    private static string[] Differences(JsonNode channel) => channel["stock_differs"]!.AsArray().Select(one => $"{one!["sku"]} {one["told"]} {one["available"]}").ToArray();

    private static int Number(JsonNode channel, string field) => channel[field]!.GetValue<int>();
}
