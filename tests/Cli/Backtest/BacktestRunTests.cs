using NodaTime;
using ShipBy.Cli.Backtest;
using ShipBy.Domain.Calendars;
using ShipBy.TestKit;

namespace ShipBy.Cli.Tests.Backtest;

public sealed class BacktestRunTests : IDisposable
{
    private const string Header = "order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,items\n";
    private const string RealOrders = "olist/orders-sample.csv.gz";

    private readonly string _folder = Directory.CreateTempSubdirectory("shipby-backtest").FullName;

    /// <summary>2018-03-05 is a Monday; the shop is open on weekdays from 9 to 21.</summary>
    [Theory]
    [InlineData("2018-03-05 10:00:00", "2018-03-08 18:00:00", "2018-03-08 19:00:00", "24h 12h 6h 2h overdue")]
    [InlineData("2018-03-05 10:00:00", "2018-03-08 18:00:00", "2018-03-08 12:00:00", "24h 12h")]                 // handed over with the six-hour sweep: known before it
    [InlineData("2018-03-05 10:00:00", "2018-03-08 18:00:00", "2018-03-08 12:00:01", "24h 12h 6h")]
    [InlineData("2018-03-05 10:00:00", "2018-03-08 18:00:00", "2018-03-07 17:00:00", "")]
    [InlineData("2018-03-08 13:00:00", "2018-03-08 18:00:00", "2018-03-08 19:00:00", "6h 2h overdue")]           // came inside the ladder: the latest rung passed counts for all
    [InlineData("2018-03-09 12:00:00", "2018-03-12 10:00:00", "2018-03-10 00:00:00", "24h 12h 6h 2h")]           // due on Monday morning: said before the weekend
    [InlineData("2018-03-05 10:00:00", "2018-03-05 09:00:00", "", "overdue")]
    [InlineData("2018-03-05 10:00:00", "2018-03-05 12:00:00", "2018-03-05 09:00:00", "")]                        // gone before it could be seen
    public async Task AnOrder_IsWarnedAboutAsItIsDue_OnceEach(string approved, string limit, string carrier, string rungs)
    {
        var report = await RunAsync($"a,s,delivered,{approved},{approved},{limit},{carrier},p x 1\n");
        var named = rungs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

        Assert.Equal((named, named, 0, 0), (report.WarningsDue, report.WarningsSent, report.WarningsDuplicated, report.WarningsExtra));
        Assert.True(report.IsRight);
    }

    [Fact]
    public async Task EveryRow_IsSeenOrSetAsideWithItsReason()
    {
        var report = await RunAsync(
            "good,s,delivered,2018-03-05 10:00:00,,2018-03-08 18:00:00,2018-03-06 10:00:00,p x 1\n" +
            "odd,s,teleported,2018-03-05 10:00:00,,2018-03-08 18:00:00,,p x 1\n" +
            "none,t,delivered,2018-03-05 10:00:00,,2018-03-08 18:00:00,,p x 0\n" +
            "when,t,delivered,2018-03-05 10:00:00,,soon,,p x 1\n");

        Assert.Equal((1, 3), (report.OrdersSeen, report.ErrorsSetAside));
        Assert.Contains(report.SetAside, row => row.Name == "odd-s" && row.Reason.Contains("teleported", StringComparison.Ordinal));
        Assert.Contains(report.SetAside, row => row.Name == "none-t" && row.Reason.Contains("quantity", StringComparison.Ordinal));
        Assert.Contains(report.SetAside, row => row.Name == "when-t" && row.Reason.Contains("shipping_limit_date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheJson_HasTheNamesOfTheField()
    {
        var json = (await RunAsync("a,s,delivered,2018-03-05 10:00:00,,2018-03-08 18:00:00,2018-03-09 10:00:00,p x 1\n")).ToJson();

        Assert.All(
            (string[])["late_orders_open_at_last_rung", "late_orders_warned_before_deadline", "warnings_due", "mails_per_order", "false_alarms", "at_48h", "never_handed_over", "working_time_left", "average_precision", "recall_at_half", "weighted"],
            name => Assert.Contains($"\"{name}\"", json, StringComparison.Ordinal));
    }

    /// <summary>The promise of the estimate, on real sellers; figures above 0.80 at 24 h would mean that something later than the instant got in.</summary>
    [Fact]
    public async Task OnRealOrders_EverythingDueIsSaid_AndTheEstimateBeatsThePlainRules()
    {
        var file = Path.Combine(RepositoryRoot.Folder, "..", "shared", "data", RealOrders);
        Assert.SkipUnless(File.Exists(file), $"{RealOrders} is not on this machine; its licence forbids shipping it.");

        var report = await BacktestRun.RunAsync(file, WorkCalendar.Usual(DateTimeZone.Utc), progress: null, TestContext.Current.CancellationToken);

        Assert.Equal((881, 0, 69, 69), (report.OrdersSeen, report.ErrorsSetAside, report.LateOrders, report.LateOrdersWarnedBeforeDeadline));
        Assert.Equal((report.WarningsDue, 0, report.EarlyWarnings.Sent), (report.WarningsSent, report.WarningsDuplicated, report.WarningsExtra));
        Assert.True(report.EarlyWarnings is { Sent: < 100, Late: >= 15, HoursEarlier: >= 24 } early && early.Late + early.NeverHandedOver > early.ShippedInTime);
        Assert.All(report.Estimate.Values, trial =>
        {
            Assert.True(trial.Estimate.Auc > trial.Age.Auc + 0.12 && trial.Estimate.Auc > trial.WorkingTimeLeft.Auc);
            Assert.True(trial.Estimate.Brier < trial.AllAlike.Brier);
        });
        Assert.True(report.Estimate["at_48h"].Estimate is { Auc: >= 0.75, AveragePrecision: >= 0.60 });
        Assert.True(report.Estimate["at_24h"].Estimate is { Auc: >= 0.68 and < 0.80, AveragePrecision: >= 0.72 });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<BacktestReport> RunAsync(string rows)
    {
        var file = Path.Combine(_folder, "orders.csv");
        await File.WriteAllTextAsync(file, Header + rows, TestContext.Current.CancellationToken);

        return await BacktestRun.RunAsync(file, WorkCalendar.Usual(DateTimeZone.Utc), progress: null, TestContext.Current.CancellationToken);
    }
}
