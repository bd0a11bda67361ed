using ShipBy.Cli.Local;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Local;

public class LocalSettingsTests
{
    private static readonly RunKeys Keys = new("100001", "api-key", "desk", "push", "host", "bWFpbA==");

    [Theory]
    [InlineData(1.0 / 2880, "24h=30s,12h=15s,6h=7.5s,2h=2.5s")]
    [InlineData(1.0 / 1440, "24h=60s,12h=30s,6h=15s,2h=5s")]
    public void For_KeepsTheRungsNames_AndMapsTheirLengths(double scale, string ladder) => Assert.Equal(ladder, For(scale)["ShipBy__Ladder"]);

    [Theory]
    [InlineData("ShipBy__MailWindowLong", "00:00:01.2500000")]
    [InlineData("ShipBy__RingAgainAfter", "00:00:01")]          // 0.04 s mapped; timers run every second
    [InlineData("ShipBy__MailPatience", "00:00:03")]            // a mail travels in machine time
    public void For_MapsPauses_DownToWhatAMachineNeeds(string setting, string expected) => Assert.Equal(expected, For(1.0 / 2880)[setting]);

    [Theory]
    [InlineData("ShipBy__MorningPlanAt")]
    [InlineData("ShipBy__EveningReportAt")]
    public void For_TellsOfNoDay_BecauseOneIsSecondsLong(string setting) => Assert.Empty(For(1.0 / 2880)[setting]);

    [Fact]
    public void For_LetsNothingOfOurOwnEnvironmentThrough_ThatTheAppReads() => Assert.All(
        For(1).Keys, name => Assert.Contains(LocalSettings.NotInherited, start => name.StartsWith(start, StringComparison.Ordinal)));

    private static IReadOnlyDictionary<string, string> For(double scale) =>
        LocalSettings.For(scale, "UseDevelopmentStorage=true", new Uri("http://127.0.0.1:5000"), Keys, "en");
}
