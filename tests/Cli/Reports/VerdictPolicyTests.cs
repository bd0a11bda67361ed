using System.Text.Json;
using System.Text.Json.Nodes;
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

    [Theory]
    [InlineData("shipped", "0", null)]
    [InlineData("orders_seen", "4", "ozon: orders_seen is 4 and should be 5")]
    [InlineData("shipped_more_than_once", "1", "ozon: shipped_more_than_once is 1")]
    [InlineData("not_shipped", "[1,2]", "ozon: not_shipped is 2")]
    [InlineData("parcels_not_taken", "[1]", "ozon: parcels_not_taken is 1")]
    [InlineData("tracking_numbers_written", "1", "ozon: tracking_numbers_written is 1 and should be 2")]
    [InlineData("tracking_numbers_written_more_than_once", "1", "ozon: tracking_numbers_written_more_than_once is 1")]
    [InlineData("tracking_numbers_wrong", "1", "ozon: tracking_numbers_wrong is 1")]
    [InlineData("parcels_missed", "[\"a Stuck\"]", "ozon: parcels_missed is 1 and should be 0")]
    [InlineData("parcels_in_trouble", "3", null)]
    [InlineData("shipped_too_soon", "1", "ozon: shipped_too_soon is 1 and should be 0")]
    [InlineData("messages_forged_taken", "1", "ozon: messages_forged_taken is 1 and should be 0")]
    [InlineData("messages_forged", "4", null)]
    [InlineData("stock_differs", "[{}]", "ozon: stock_differs is 1")]
    [InlineData("stock_as_available_after_seconds", "90", null)]
    [InlineData("stock_as_available_after_seconds", "90.1", "ozon: stock_as_available_after_seconds is 90.1 and should be at most 90")]
    [InlineData("held_not_packed", "[1]", null)]
    public void Complaints_NameTheShop_AndItsFigureThatIsWrong(string field, string value, string? expected)
    {
        var shop = new JsonObject { ["orders_in_source"] = 5, ["orders_seen"] = 5, ["shipped"] = 3, ["tracking_numbers_due"] = 2, ["tracking_numbers_written"] = 2 };
        shop[field] = JsonNode.Parse(value);

        var complaints = Report(new JsonObject { ["channels"] = new JsonObject { ["ozon"] = shop } }.ToJsonString()).Complaints();

        Assert.Equal(expected is null ? 0 : 1, complaints.Count);
        Assert.All(complaints, complaint => Assert.StartsWith(expected!, complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Complaints_SayThatNothingWasPacked() => Assert.Equal(
        "ozon: held_not_packed is 2 and nothing was packed", Assert.Single(Report("""{"channels":{"ozon":{"shipped":0,"held_not_packed":["a","b"]}}}""").Complaints()));

    private static RunReport Report(string json) => new(JsonSerializer.Deserialize<JsonElement>(json));
}
