using System.Globalization;
using System.Text.Json;
using ShipBy.Cli.Live;
using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Tests.Live;

public class RunFigurePolicyTests
{
    private const string In = """{"kind":"order_in","order":"A","limit":"2026-03-02T10:00:00Z"}""";

    [Fact]
    public void After_CountsMailsAndTheWarningsTheyName()
    {
        var figures = After(
            In,
            """{"kind":"mail_accepted","warnings":[{"order":"A","rung":"24h","deadline":1772445600},{"order":"never shown","rung":"overdue","deadline":null}]}""",
            """{"kind":"mail_accepted","warnings":[]}""");

        Assert.Equal((2, 2, "24h", 1), (figures.Mails, figures.Warnings, figures.Orders["A"].LastWarning, figures.In));
    }

    [Fact]
    public void After_PassesOverWhatItDoesNotKnow() =>
        Assert.Equal((1, 0), After(In, """{"kind":"something new"}""", """{"kind":"fault","fault":"Cut"}""") is var figures ? (figures.Faults, figures.Mails) : default);

    [Fact]
    public void After_TakesTheAppsFigures_FromTheReport()
    {
        var report = new RunReport(JsonSerializer.Deserialize<JsonElement>(
            """{"orders_seen":9,"orders_held":5,"orders_out_of_stock":3,"orders_set_aside":1,"errors":2}"""));

        var figures = After(In).After(report);

        Assert.Equal((new AppCounts(9, 5, 3, 1), 2L, 1), (figures.App, figures.Errors, figures.In));
    }

    [Theory]
    [InlineData("2026-03-02T07:00:00Z", "A,B", 0)]
    [InlineData("2026-03-02T08:30:00Z", "A,B", 0)]      // the limit itself is still on time
    [InlineData("2026-03-02T08:30:01Z", "B", 1)]
    [InlineData("2026-03-02T09:30:00Z", "", 2)]
    public void DueAfter_LeavesOutWhatIsClosedOrWithoutALimit_AndFollowsAMovedOne(string now, string due, int overdue)
    {
        var figures = After(
            In,
            """{"kind":"order_in","order":"B","limit":"2026-03-02T09:00:00Z"}""",
            """{"kind":"order_in","order":"C","limit":"2026-03-02T08:00:00Z"}""",
            """{"kind":"order_in","order":"D","limit":"2026-03-02T08:00:00Z"}""",
            """{"kind":"shipped","order":"C"}""",
            """{"kind":"cutoff_moved","order":"D","limit":null}""",
            """{"kind":"cutoff_moved","order":"A","limit":"2026-03-02T08:30:00Z"}""");
        var at = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

        Assert.Equal((due, overdue, 2), (string.Join(',', figures.DueAfter(at).Select(order => order.Number)), figures.OverdueAt(at), figures.Closed + 1));
    }

    private static RunFigures After(params string[] events) => events
        .Select((json, index) => RunEvent.Read(JsonSerializer.Deserialize<JsonElement>(json.Insert(1, $"\"seq\":{index + 1},"))))
        .Aggregate(RunFigures.None, RunFigurePolicy.After);
}
