using System.Text.Json.Nodes;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Reporting;

/// <summary>A run small enough to be reckoned by hand. An hour is a second; rungs are 24, 12, 6 and 2 s before the limit.</summary>
public sealed class RunReportTests
{
    [Fact]
    public async Task Report_IsWhatTheHandReckons()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        var orders = OrderRows.Write(folder,
            // Comes at 10, limit at 58, leaves at 34 with the first rung: owes nothing.
            OrderRows.Row("intime", status: "shipped", carrier: "2018-01-02 10:00:00", items: "p1 x 1"),
            // Leaves at 70, twelve seconds late: owes all five rungs (34, 46, 52, 56, 58).
            OrderRows.Row("late", status: "shipped", carrier: "2018-01-03 22:00:00", items: "p1 x 2"),
            // Limit at 20: came between the second rung (8) and the third (14), never leaves: owes 12h, 6h, 2h, overdue.
            OrderRows.Row("inside", limit: "2018-01-01 20:00:00", items: "p2 x 1"),
            // Limit at 9.5, before it came: owes overdue alone; leaves at 13, late by the file, but nobody could warn in time.
            OrderRows.Row("overdue", status: "shipped", limit: "2018-01-01 09:30:00", carrier: "2018-01-01 13:00:00", items: "p2 x 1"),
            // Comes at 30 and cannot be read by the app: owes nothing more once it is set aside at 31.
            OrderRows.Row("strange", status: "teleported", approved: "2018-01-02 06:00:00", limit: "2018-01-02 08:00:00", items: "p3 x 1"),
            "not a row");
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, orders) with { App = app.Address, AppKey = FakeApp.Key });
        await run.Server.LookAtAppAsync();
        await run.GoToAsync(11);
        Taken(app, "intime-s1", "Held", 11);
        Taken(app, "late-s1", "Held", 11);
        Taken(app, "overdue-s1", "Held", 11);
        Taken(app, "inside-s1", "Short", 11);
        await run.GoToAsync(31, () => run.Server.LookAtAppAsync());
        Taken(app, "strange-s1", "SetAside", 31);
        await run.MailAsync(Guid.NewGuid(), "overdue-s1/overdue, inside-s1/12h");
        await run.GoToAsync(50, () => run.Server.LookAtAppAsync());
        await run.MailAsync(Guid.NewGuid(), "late-s1/24h, late-s1/12h, inside-s1/12h");
        await run.GoToAsync(336, () => run.Server.LookAtAppAsync());
        var report = await run.ReportAsync();

        Assert.Equal("5 5 3 1 1 0", Fields(report, "orders_in_source", "orders_seen", "orders_held", "orders_out_of_stock", "orders_set_aside", "orders_cancelled_before_hold"));
        Assert.Equal("""{"p1":3,"p2":2,"p3":1}""", report["units_on_hand_at_start"]!.ToJsonString());
        Assert.Equal("""{"p1":3,"p2":1,"p3":0}""", report["units_promised_max"]!.ToJsonString());
        // Due: 5 of late, 4 of inside, 1 of overdue. Named: overdue, inside/12h, late/24h, late/12h. Twice: inside/12h.
        Assert.Equal("0 10 4 6 1 0", Fields(report, "oversold_units", "warnings_due", "warnings_sent", "warnings_missing", "warnings_duplicated", "warnings_unknown"));
        Assert.Equal("2 1 2 2 0 336", Fields(report, "late_orders", "late_orders_warned_before_deadline", "open_at_end", "mails_accepted", "errors", "duration_seconds"));
        Assert.Equal("""{"table":12,"queue":3,"blob":1}""", report["storage_requests"]!.ToJsonString());
        Assert.Equal("7 1 fields where the header has 15", $"{report["rows_unreadable"]![0]!["line"]} {report["rows_unreadable"]![0]!["reason"]}");
        Assert.Equal(["inside-s1/12h"], report["duplicated"]!.AsArray().Select(name => name!.ToString()));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Report_CountsUnitsThatWereGivenBack_OnlyWhileTheyWereHeld(bool releasedFirst, int oversold)
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        var orders = OrderRows.Write(folder, OrderRows.Row("a"), OrderRows.Row("b"));
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, orders) with { App = app.Address, AppKey = FakeApp.Key, StockFactor = 0.5m });
        await run.GoToAsync(20);
        app.Say("a-s1", "Pending", ("taken", TestRun.Start.AddSeconds(11)), ("held", TestRun.Start.AddSeconds(11)), ("released", TestRun.Start.AddSeconds(15)));
        app.Say("b-s1", "Held", ("taken", TestRun.Start.AddSeconds(11)), ("held", TestRun.Start.AddSeconds(releasedFirst ? 15 : 14.999)));
        await run.Server.LookAtAppAsync();

        Assert.Equal(oversold, (await run.ReportAsync())["oversold_units"]!.GetValue<int>());
    }

    [Fact]
    public async Task Report_NeverTakesBackWhatHasLeft_ThoughTheAppGivesItAwayAgain()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        var orders = OrderRows.Write(folder, OrderRows.Row("a", status: "canceled", carrier: "2018-01-01 20:00:00"), OrderRows.Row("b"));
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, orders) with { App = app.Address, AppKey = FakeApp.Key, StockFactor = 0.5m });
        await run.GoToAsync(11);
        Taken(app, "a-s1", "Held", 11);
        await run.GoToAsync(50, () => run.Server.LookAtAppAsync());
        app.Say("a-s1", "Cancelled", ("released", TestRun.Start.AddSeconds(50)), ("cancelled", TestRun.Start.AddSeconds(50)));
        Taken(app, "b-s1", "Held", 51);
        await run.Server.LookAtAppAsync();

        Assert.True((await run.PostingAsync("a-s1"))["cancellation"]!["cancelled_after_ship"]!.GetValue<bool>());
        Assert.Equal("1 2", Fields(await run.ReportAsync(), "oversold_units", "orders_held"));
    }

    private static void Taken(FakeApp app, string order, string state, double second)
    {
        var at = TestRun.Start.AddSeconds(second);
        app.Say(order, state, ("taken", at), (state switch { "Held" => "held", "Short" => "short", _ => "set_aside" }, at));
    }

    private static string Fields(JsonNode report, params string[] fields) => string.Join(' ', fields.Select(field => report[field]!.ToString()));
}
