using System.Text.Json;
using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Tests.Reports;

public class VerdictPolicyTests
{
    [Theory]
    [InlineData(5, 5, "{}", 0, 0, null)]
    [InlineData(5, 5, """{"mug":0,"cup":0}""", 0, 0, null)]
    [InlineData(4, 5, "{}", 0, 0, "orders_seen is 4 and should be 5")]
    [InlineData(6, 5, "{}", 0, 0, "orders_seen is 6 and should be 5")]
    [InlineData(5, 5, """{"mug":1,"cup":2}""", 0, 0, "oversold_units is 3")]
    [InlineData(5, 5, "{}", 1, 0, "warnings_missing is 1")]
    [InlineData(5, 5, "{}", 0, 1, "warnings_duplicated is 1")]
    public void Complaints_NameTheFigureThatIsWrong(int seen, int source, string oversold, int missing, int duplicated, string? expected)
    {
        var report = Report($$"""{"orders_seen":{{seen}},"orders_in_source":{{source}},"oversold_units":{{oversold}},"warnings_missing":{{missing}},"warnings_duplicated":{{duplicated}}}""");

        var complaints = report.Complaints();

        Assert.Equal(expected is null ? 0 : 1, complaints.Count);
        Assert.All(complaints, complaint => Assert.StartsWith(expected!, complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Complaints_NameAllThatIsWrong() => Assert.Equal(
        4, Report("""{"orders_seen":1,"orders_in_source":2,"oversold_units":{"mug":1},"warnings_missing":1,"warnings_duplicated":1}""").Complaints().Count);

    private static RunReport Report(string json) => new(JsonSerializer.Deserialize<JsonElement>(json));
}
