using System.Text.Json.Nodes;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Reporting;

/// <summary>An app that does its work gets a clean report, and one that does not is caught at it.</summary>
public sealed class JudgingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Report_IsClean_WhenTheAppDoesItsWork(bool generated)
    {
        var report = await PlayAsync(Flaw.None, generated);

        Assert.Equal(report["orders_in_source"]!.ToString(), report["orders_seen"]!.ToString());
        Assert.Equal(Number(report, "orders_seen"), Number(report, "orders_held") + Number(report, "orders_out_of_stock")
            + Number(report, "orders_set_aside") + Number(report, "orders_cancelled_before_hold"));
        Assert.All(["orders_held", "orders_out_of_stock", "orders_set_aside", "warnings_due", "mails_accepted"], field => Assert.True(Number(report, field) > 0, field));
        Assert.All(["oversold_units", "warnings_missing", "warnings_duplicated", "warnings_unknown", "errors"], field => Assert.True(Number(report, field) == 0, field + report));
    }

    [Theory]
    [InlineData(Flaw.SkipsOverdue, "warnings_missing")]
    [InlineData(Flaw.WarnsTwice, "warnings_duplicated")]
    [InlineData(Flaw.HoldsWhatIsNotThere, "oversold_units")]
    [InlineData(Flaw.NamesStrangers, "errors")]
    public async Task Report_Tells_WhenTheAppDoesWrong(Flaw flaw, string field) =>
        Assert.True(Number(await PlayAsync(flaw, generated: true), field) > 0);

    [Fact]
    public async Task Report_Tells_WhenTheAppOverlooksOrders()
    {
        var report = await PlayAsync(Flaw.OverlooksEveryTenthOrder, generated: true);

        Assert.True(Number(report, "orders_seen") < Number(report, "orders_in_source"));
        Assert.Equal(Number(report, "orders_in_source") - Number(report, "orders_seen"), report["not_seen"]!.AsArray().Count);
        Assert.True(Number(report, "warnings_missing") > 0);
    }

    private static async Task<JsonNode> PlayAsync(Flaw flaw, bool generated)
    {
        using var folder = new TestFolder();
        await using var fake = await FakeApp.StartAsync();
        var options = TestRun.HourIsASecond(folder, generated ? null : Orders(folder)) with
        {
            App = fake.Address,
            AppKey = FakeApp.Key,
            StockFactor = generated ? 1m : 0.8m,
            Length = TimeSpan.FromSeconds(generated ? 60 : 336),
        };
        await using var run = await TestRun.StartAsync(options);
        var app = new SmallApp(run, fake, flaw);
        await app.WorkAsync();
        await run.GoToAsync(options.Length.Value.TotalSeconds + 5, app.WorkAsync);
        return await run.ReportAsync();
    }

    /// <summary>Forty-five orders over a week, most of them handed over, some late, some odd.</summary>
    private static string Orders(TestFolder folder) => OrderRows.Write(folder, Enumerable.Range(0, 45).Select(n =>
    {
        var approved = new DateTime(2018, 1, 1 + n % 7, n % 24, 0, 0);
        string Text(double hours) => approved.AddHours(hours).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        return OrderRows.Row($"o{n}", status: n % 15 == 3 ? "canceled" : n == 40 ? "teleported" : "delivered", approved: Text(0), limit: Text(30 + n % 5 * 10),
            carrier: n % 15 == 3 ? "" : Text(20 + n), customer: Text(200), items: n == 41 ? "p1 x 0" : $"p{n % 4} x {1 + n % 3}");
    }));

    private static long Number(JsonNode report, string field) => report[field]!.GetValue<long>();
}
