using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Cli.Local;
using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Tests.Local;

public class SettlingTests
{
    [Theory]
    [InlineData(false, 0, 3.9, false)]
    [InlineData(false, 0, 4, true)]
    [InlineData(false, 1, 4, false)]
    [InlineData(false, 1, 14.9, false)]
    [InlineData(false, 1, 15, true)]
    [InlineData(true, 1, 15, false)]
    [InlineData(true, 1, 30, true)]
    [InlineData(true, 0, 4, true)]
    public void IsOver_OnceAllIsRight_OrPatienceEnds(bool resumed, int missing, double seconds, bool expected)
    {
        var clock = new FakeTimeProvider();
        var settling = new Settling(resumed, clock);
        var report = new RunReport(JsonSerializer.Deserialize<JsonElement>($$"""{"warnings_missing":{{missing}}}"""));
        Assert.False(settling.IsOver(report));

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, settling.IsOver(report));
    }

    [Theory]
    [InlineData("null", 59.9, false)]
    [InlineData("null", 60, true)]
    [InlineData("12.5", 4, true)]
    [InlineData("12.5", 3.9, false)]
    public void IsOver_WaitsForTheStockOfEveryShop_WhereSeveralArePlayed(string quiet, double seconds, bool expected)
    {
        var clock = new FakeTimeProvider();
        var settling = new Settling(resumed: false, clock, channels: true);
        var differs = quiet == "null" ? "[{}]" : "[]";
        var report = new RunReport(JsonSerializer.Deserialize<JsonElement>(
            "{\"channels\":{\"ozon\":{\"stock_differs\":" + differs + ",\"stock_as_available_after_seconds\":" + quiet + "}}}"));
        settling.IsOver(report);

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, settling.IsOver(report));
    }
}
