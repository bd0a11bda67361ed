using ShipBy.Sandbox.Faults;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Run;

/// <summary>A run goes on where it was, the clock having run through the gap.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Run_GoesOn_WithAllThatWasDone()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        var options = TestRun.HourIsASecond(folder, OrderRows.Write(folder,
            OrderRows.Row("o", status: "shipped", carrier: "2018-01-01 20:00:00"), OrderRows.Row("c"))) with
        { App = app.Address, AppKey = FakeApp.Key };
        app.Say("o-s1", "Held", ("taken", TestRun.Start.AddSeconds(11)), ("held", TestRun.Start.AddSeconds(11)));
        var first = await TestRun.StartAsync(options);
        await first.GoToAsync(25, first.Server.LookAtAppAsync);
        await first.MailAsync(Guid.NewGuid(), "c-s1/24h");
        await first.CallAsync("v2/posting/fbs/cancel", """{"posting_number":"c-s1","cancel_reason_id":352}""");
        await first.CallAsync("v2/products/stocks", """{"stocks":[{"offer_id":"p1","stock":9,"warehouse_id":1020005000000001}]}""");
        var events = (await first.GetAsync("sandbox/events")).Text;
        await first.DisposeAsync();

        first.Time.Advance(TimeSpan.FromSeconds(10));
        await using var second = await TestRun.StartAsync(options, first.Time);

        Assert.Equal(events, (await second.GetAsync("sandbox/events")).Text);
        Assert.Equal("delivering", (await second.PostingAsync("o-s1"))["status"]!.ToString());
        Assert.Equal("cancelled", (await second.PostingAsync("c-s1"))["status"]!.ToString());
        Assert.Single((await second.GetAsync("sandbox/mails")).Json.AsArray());
        Assert.Contains("\"present\":9", (await second.CallAsync("v4/product/info/stocks", """{"filter":{},"limit":10}""")).Text, StringComparison.Ordinal);
        var report = await second.ReportAsync();
        Assert.Equal((1, 1, 35.0), (report["orders_held"]!.GetValue<int>(), report["warnings_sent"]!.GetValue<int>(), report["duration_seconds"]!.GetValue<double>()));
        Assert.Equal(TestRun.Start, (await second.GetAsync("sandbox/status")).Json["start"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task Run_ShipsNothingBehindTheBackOfAnAppThatIsNotThereYet()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        var options = TestRun.HourIsASecond(folder, OrderRows.Write(folder, OrderRows.Row("o", status: "shipped", carrier: "2018-01-01 20:00:00")));
        app.Say("o-s1", "Held", ("taken", TestRun.Start.AddSeconds(11)));
        var first = await TestRun.StartAsync(options with { App = app.Address, AppKey = FakeApp.Key });
        await first.GoToAsync(15, first.Server.LookAtAppAsync);
        await first.DisposeAsync();
        first.Time.Advance(TimeSpan.FromSeconds(30));

        await using var second = await TestRun.StartAsync(options, first.Time);
        await second.GoToAsync(50);
        Assert.Equal("awaiting_packaging", (await second.PostingAsync("o-s1"))["status"]!.ToString());
        second.Server.PointAtApp(app.Address, FakeApp.Key);
        await second.GoToAsync(54, second.Server.LookAtAppAsync);

        Assert.Equal("delivering", (await second.PostingAsync("o-s1"))["status"]!.ToString());
        // Nobody could watch from the start to the first word at 1, and from the last at 15 to the next at 51: 24h, at 34, lies within.
        var report = await second.ReportAsync();
        Assert.Equal((37.0, 0), (report["unwatched_seconds"]!.GetValue<double>(), report["warnings_due"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("{\"seq\":99,\"at\":\"2026-11-23T00:0")]
    [InlineData("{\"seq\"")]
    [InlineData("\0\0\0\0")]
    public async Task Run_DropsALineThatWasCutWhileItWasWritten(string torn)
    {
        using var folder = new TestFolder();
        var options = TestRun.HourIsASecond(folder, OrderRows.Write(folder, OrderRows.Row("o")));
        var first = await TestRun.StartAsync(options);
        await first.GoToAsync(11);
        await first.MailAsync(Guid.NewGuid(), "o-s1/24h");
        await first.DisposeAsync();
        File.AppendAllText(Path.Combine(options.DataFolder, "journal.jsonl"), torn);

        await using (var second = await TestRun.StartAsync(options, first.Time))
        {
            await second.MailAsync(Guid.NewGuid(), "o-s1/12h");
        }

        await using var third = await TestRun.StartAsync(options, first.Time);
        Assert.Equal(2, (await third.GetAsync("sandbox/mails")).Json.AsArray().Count);
        Assert.Equal(2, (await third.ReportAsync())["warnings_sent"]!.GetValue<int>());
    }

    [Fact]
    public async Task Folder_IsRefused_WhenItHoldsAnotherRun_OrIsInUse()
    {
        using var folder = new TestFolder();
        var options = TestRun.HourIsASecond(folder, OrderRows.Write(folder, OrderRows.Row("o")));
        await using (await TestRun.StartAsync(options))
        {
            await Assert.ThrowsAsync<InvalidSetupException>(() => TestRun.StartAsync(options));
        }

        foreach (var other in new[]
        {
            options with { Seed = 2 }, options with { StockFactor = 0.9m }, options with { Faults = FaultLevel.Low },
            options with { Length = TimeSpan.FromSeconds(337) }, options with { OrdersFile = null }, options with { Ladder = "24h" },
            options with { Channels = [Channel.Ozon, Channel.Webhook] },
        })
        {
            var error = await Assert.ThrowsAsync<InvalidSetupException>(() => TestRun.StartAsync(other));
            Assert.Contains("holds another run", error.Message, StringComparison.Ordinal);
        }
    }
}
