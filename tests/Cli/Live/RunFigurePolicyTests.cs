using System.Text.Json;
using ShipBy.Cli.Live;

namespace ShipBy.Cli.Tests.Live;

public class RunFigurePolicyTests
{
    private const string In = """{"kind":"order_in","order":"A","limit":"2026-03-02T10:00:00Z"}""";

    [Theory]
    [InlineData("""{"kind":"app_order","order":"A","state":"x","taken":"2026-03-02T09:00:00Z"}""", "Pending")]
    [InlineData("""{"kind":"app_order","order":"A","held":"2026-03-02T09:00:00Z"}""", "Held")]
    [InlineData("""{"kind":"app_order","order":"A","short":"2026-03-02T09:00:00Z"}""", "Short")]
    [InlineData("""{"kind":"app_order","order":"A","held":"2026-03-02T09:00:00Z","short":"2026-03-02T08:00:00Z"}""", "Held")]
    [InlineData("""{"kind":"app_order","order":"A","held":"2026-03-02T09:00:00Z","released":"2026-03-02T09:30:00Z","short":"2026-03-02T09:30:00Z"}""", "Short")]
    [InlineData("""{"kind":"app_order","order":"A","held":"2026-03-02T09:40:00Z","released":"2026-03-02T09:30:00Z"}""", "Held")]
    [InlineData("""{"kind":"app_order","order":"A","set_aside":"2026-03-02T09:00:00Z"}""", "SetAside")]
    [InlineData("""{"kind":"app_order","order":"A","held":"2026-03-02T09:00:00Z","shipped":"2026-03-02T09:30:00Z"}""", "Closed")]
    [InlineData("""{"kind":"app_order","order":"A","cancelled":"2026-03-02T09:30:00Z"}""", "Closed")]
    public void After_FollowsWhatTheAppSaysOfAnOrder(string told, string expected) =>
        Assert.Equal(expected, After(In, told).Orders["A"].State.ToString());

    [Fact]
    public void After_CountsMailsAndTheWarningsTheyName()
    {
        var figures = After(In, """{"kind":"mail_accepted","message":{"headers":{"x-shipby-warnings":"A/24h@1772445600, B%2F1/overdue"}}}""",
            """{"kind":"mail_accepted","message":{"headers":{}}}""");

        Assert.Equal((2, 2, "24h", 1), (figures.Mails, figures.Warnings, figures.Orders["A"].LastWarning, figures.In));
    }

    [Fact]
    public void After_CountsFaultsRefusalsAndErrors()
    {
        var figures = After("""{"kind":"fault"}""", """{"kind":"fault"}""", """{"kind":"refused"}""", """{"kind":"app_totals","errors":7}""", """{"kind":"something new"}""");

        Assert.Equal((2, 1, 7L), (figures.Faults, figures.Refused, figures.Errors));
    }

    [Fact]
    public void DueSoonest_LeavesOutWhatIsClosed_AndFollowsAMovedLimit()
    {
        var figures = After(
            In,
            """{"kind":"order_in","order":"B","limit":"2026-03-02T09:00:00Z"}""",
            """{"kind":"order_in","order":"C","limit":"2026-03-02T08:00:00Z"}""",
            """{"kind":"shipped","order":"C"}""",
            """{"kind":"cutoff_moved","order":"A","limit":"2026-03-02T08:30:00Z"}""");

        Assert.Equal(["A", "B"], figures.DueSoonest.Select(order => order.Number));
    }

    private static RunFigures After(params string[] events) => events
        .Select((json, index) => RunEvent.Read(JsonSerializer.Deserialize<JsonElement>(json.Insert(1, $"\"seq\":{index},\"at\":\"2026-03-02T09:00:00Z\","))))
        .Aggregate(RunFigures.None, RunFigurePolicy.After);
}
