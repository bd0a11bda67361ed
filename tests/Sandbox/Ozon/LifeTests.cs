using System.Text.Json.Nodes;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Ozon;

/// <summary>What becomes of a posting, seen through the API. Orders come at second 10 and have their limit at 58.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task Posting_IsNotThere_BeforeItAppears()
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder, OrderRows.Row("o"));

        await run.GoToAsync(9.999);
        Assert.Equal((404, "POSTING_NOT_FOUND"), (await GetAsync(run)) is var early ? (early.Status, early.Message) : default);
        await run.GoToAsync(10);

        Assert.Equal("awaiting_packaging", (await run.PostingAsync("o-s1"))["status"]!.ToString());
        Assert.Equal("2026-11-23T00:00:58Z", (await run.PostingAsync("o-s1"))["shipment_date"]!.ToString());
    }

    [Theory]
    [InlineData("Held", "delivering")]
    [InlineData("Short", "awaiting_packaging")]
    [InlineData("Pending", "awaiting_packaging")]
    public async Task Posting_Ships_OnlyIfTheAppHoldsIt(string state, string status)
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, OrderRows.Row("o", status: "delivered", carrier: "2018-01-02 10:00:00", customer: "2018-01-04 10:00:00"));
        run.Server.PointAtApp(app.Address, FakeApp.Key);
        app.Say("o-s1", state, ("taken", TestRun.Start.AddSeconds(11)));

        await run.GoToAsync(33, run.Server.LookAtAppAsync);
        Assert.Equal("awaiting_packaging", (await run.PostingAsync("o-s1"))["status"]!.ToString());
        await run.GoToAsync(34, run.Server.LookAtAppAsync);

        Assert.Equal(status, (await run.PostingAsync("o-s1"))["status"]!.ToString());
        await run.GoToAsync(34 + 48, run.Server.LookAtAppAsync);
        Assert.Equal(state == "Held" ? "delivered" : "awaiting_packaging", (await run.PostingAsync("o-s1"))["status"]!.ToString());
    }

    [Fact]
    public async Task Posting_ThatStayedShort_ShipsTwoSweepsAfterItIsHeld()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, OrderRows.Row("o", status: "shipped", carrier: "2018-01-02 10:00:00"));
        run.Server.PointAtApp(app.Address, FakeApp.Key);
        app.Say("o-s1", "Short");
        await run.GoToAsync(60, run.Server.LookAtAppAsync);
        app.Say("o-s1", "Held");

        await run.GoToAsync(61, run.Server.LookAtAppAsync);
        await run.GoToAsync(62, run.Server.LookAtAppAsync);
        Assert.Equal("awaiting_packaging", (await run.PostingAsync("o-s1"))["status"]!.ToString());
        await run.GoToAsync(63, run.Server.LookAtAppAsync);

        Assert.Equal("delivering", (await run.PostingAsync("o-s1"))["status"]!.ToString());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("2018-01-02 10:00:00", true)]
    public async Task Posting_IsCancelled_BeforeOrAfterItsShipping(string carrier, bool afterShip)
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, OrderRows.Row("o", status: "canceled", carrier: carrier));
        run.Server.PointAtApp(app.Address, FakeApp.Key);
        app.Say("o-s1", "Held");
        await run.GoToAsync(70, run.Server.LookAtAppAsync);

        var posting = await run.PostingAsync("o-s1");
        Assert.Equal("cancelled posting_canceled", $"{posting["status"]} {posting["substatus"]}");
        Assert.Equal(afterShip, posting["cancellation"]!["cancelled_after_ship"]!.GetValue<bool>());
        Assert.Equal("client", posting["cancellation"]!["cancellation_type"]!.ToString());
        Assert.Empty(Postings.Numbers((await run.CallAsync("v4/posting/fbs/unfulfilled/list", Postings.Unfulfilled())).Json));
        Assert.Equal(["o-s1"], Postings.Numbers((await run.CallAsync("v4/posting/fbs/list", Postings.List(more: ",\"statuses\":[\"cancelled\"]"))).Json));
    }

    [Fact]
    public async Task Ship_AnswersBeforeItIsTrue_AndIsTrueAMomentLater()
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder, OrderRows.Row("o", items: "p1 x 2"));
        await run.GoToAsync(20);

        var answer = await run.CallAsync("v4/posting/fbs/ship", Postings.Ship("o-s1", (900_000_001, 2)));
        Assert.Equal("""{"result":["o-s1"]}""", answer.Text);
        Assert.Equal("awaiting_packaging", (await run.PostingAsync("o-s1"))["status"]!.ToString());
        await ShippedAsync(run);

        Assert.Equal("awaiting_deliver", (await run.PostingAsync("o-s1"))["status"]!.ToString());
        var again = await run.CallAsync("v4/posting/fbs/ship", Postings.Ship("o-s1", (900_000_001, 2)));
        Assert.Equal("POSTING_ALREADY_SHIPPED", again.Message);
        Assert.True(again.Status is 400 or 409);
        await run.GoToAsync(40);
        Assert.Equal("delivering", (await run.PostingAsync("o-s1"))["status"]!.ToString());
    }

    [Fact]
    public async Task Ship_FailsNowAndThenAtFirst_AndCanBeRepeated()
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder, Enumerable.Range(0, 60).Select(n => OrderRows.Row($"o{n}")).ToArray());
        await run.GoToAsync(20);
        for (var n = 0; n < 60; n++)
        {
            Assert.Equal(200, (await run.CallAsync("v4/posting/fbs/ship", Postings.Ship($"o{n}-s1", (900_000_001, 1)))).Status);
            run.Time.Advance(TimeSpan.FromMilliseconds(25));
        }

        run.Time.Advance(TimeSpan.FromSeconds(2));
        var failed = (await run.CallAsync("v4/posting/fbs/list", Postings.List())).Json["postings"]!.AsArray().Where(posting => posting!["substatus"]!.ToString() == "ship_failed").ToArray();
        Assert.InRange(failed.Length, 1, 20);
        var number = failed[0]!["posting_number"]!.ToString();
        await run.CallAsync("v4/posting/fbs/ship", Postings.Ship(number, (900_000_001, 1)));
        run.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("awaiting_deliver", (await run.PostingAsync(number))["status"]!.ToString());
    }

    [Theory]
    [InlineData(900_000_001, 1, "HAS_INCORRECT_PRODUCT_QUANTITY")]
    [InlineData(900_000_001, 3, "HAS_INCORRECT_PRODUCT_QUANTITY")]
    [InlineData(900_000_007, 2, "UNKNOWN_PRODUCT_DEFINED")]
    public async Task Ship_IsRefused_WhenThePackageIsNotTheOrder(long sku, int quantity, string token)
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder, OrderRows.Row("o", items: "p1 x 2"));
        await run.GoToAsync(20);

        Assert.Equal(token, (await run.CallAsync("v4/posting/fbs/ship", Postings.Ship("o-s1", (sku, quantity)))).Message);
    }

    [Theory]
    [InlineData("""{"posting_number":"o-s1","cancel_reason_id":352}""", 200, "")]
    [InlineData("""{"posting_number":"o-s1","cancel_reason_id":402,"cancel_reason_message":"why"}""", 200, "")]
    [InlineData("""{"posting_number":"o-s1","cancel_reason_id":402}""", 400, "HAS_INCORRECT_CANCEL_REASON")]
    [InlineData("""{"posting_number":"o-s1","cancel_reason_id":401}""", 400, "HAS_INCORRECT_CANCEL_REASON")]
    [InlineData("""{"posting_number":"x-s1","cancel_reason_id":352}""", 404, "POSTING_NOT_FOUND")]
    public async Task Cancel_WantsAReasonThatMayBeChosen(string request, int status, string token)
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder, OrderRows.Row("o"));
        await run.GoToAsync(20);

        var reply = await run.CallAsync("v2/posting/fbs/cancel", request);

        Assert.Contains(reply.Status, status is 400 ? [400, 409] : (int[])[status]);
        Assert.Equal(token, status == 200 ? "" : reply.Message);
        Assert.Equal(status == 200 ? "cancelled" : "awaiting_packaging", (await run.PostingAsync("o-s1"))["status"]!.ToString());
    }

    [Fact]
    public async Task Limit_Moves_AndIsEmptyForAMomentAtTimes()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder) with { Seed = 1 });
        var moved = run.Server.Run.Source.UpTo(TestRun.Start.AddSeconds(300)).First(order => order.Moves is [{ Limit: null }, { }]);

        await run.GoToAsync((moved.Moves[0].At - TestRun.Start).TotalSeconds - 0.001);
        Assert.Equal(moved.Limit, (await run.PostingAsync(moved.Number))["shipment_date"]!.GetValue<DateTimeOffset>());
        await run.GoToAsync((moved.Moves[0].At - TestRun.Start).TotalSeconds);
        Assert.Null((await run.PostingAsync(moved.Number))["shipment_date"]);
        await run.GoToAsync((moved.Moves[1].At - TestRun.Start).TotalSeconds);
        Assert.Equal(moved.Moves[1].Limit, (await run.PostingAsync(moved.Number))["shipment_date"]!.GetValue<DateTimeOffset>());

        var events = (await run.GetAsync("sandbox/events?after=0")).Json.AsArray().Where(one => one!["kind"]!.ToString() == "cutoff_moved" && one["order"]!.ToString() == moved.Number);
        Assert.Equal([null, moved.Moves[1].Limit], events.Select(one => one!["limit"]?.GetValue<DateTimeOffset>()));
    }

    [Fact]
    public async Task Marketplace_Freezes_AtTheNominalEnd()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, OrderRows.Row("o", status: "shipped", limit: "2018-01-14 23:00:00", carrier: "2018-01-15 00:00:01"));
        run.Server.PointAtApp(app.Address, FakeApp.Key);
        app.Say("o-s1", "Held");
        await run.GoToAsync(400, run.Server.LookAtAppAsync);

        Assert.Equal("awaiting_packaging", (await run.PostingAsync("o-s1"))["status"]!.ToString());
        var status = (await run.GetAsync("sandbox/status")).Json;
        Assert.Equal((true, TestRun.Start.AddSeconds(336)), (status["finished"]!.GetValue<bool>(), status["end"]!.GetValue<DateTimeOffset>()));
    }

    /// <summary>Assembles, and again where the first try failed.</summary>
    private static async Task ShippedAsync(TestRun run)
    {
        run.Time.Advance(TimeSpan.FromSeconds(2));
        if ((await run.PostingAsync("o-s1"))["substatus"]!.ToString() == "ship_failed")
        {
            await run.CallAsync("v4/posting/fbs/ship", Postings.Ship("o-s1", (900_000_001, 2)));
            run.Time.Advance(TimeSpan.FromSeconds(2));
        }
    }

    private static Task<Reply> GetAsync(TestRun run) => run.CallAsync("v3/posting/fbs/get", new JsonObject { ["posting_number"] = "o-s1" }.ToJsonString());

    private static Task<TestRun> StartAsync(TestFolder folder, params string[] rows) =>
        TestRun.StartAsync(TestRun.HourIsASecond(folder, OrderRows.Write(folder, rows)));
}
