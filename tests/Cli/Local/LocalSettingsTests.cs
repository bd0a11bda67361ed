using ShipBy.Cli.Local;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Local;

public class LocalSettingsTests
{
    private static readonly string[] Shops = ["ozon", "taobao", "webhook"];

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

    [Fact]
    public void For_CallsTheOnlyShopAfterTheSandbox_AndLetsItPackNothing()
    {
        var shop = For(1).Where(setting => setting.Key.StartsWith("Shops__", StringComparison.Ordinal)).ToArray();

        Assert.All(shop, setting => Assert.StartsWith("Shops__sandbox__", setting.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(shop, setting => setting.Key.EndsWith("__AutoShip", StringComparison.Ordinal));
    }

    [Fact]
    public void For_PutsEveryShopOfARunOfChannels_OnOnePool()
    {
        var settings = For(1.0 / 1440, "ozon,taobao,webhook");
        var keys = ChannelKeys.Of(Keys);

        Assert.All(Shops, shop => Assert.Equal(("main", shop), (settings[$"Shops__{shop}__Pool"], settings[$"Shops__{shop}__Kind"])));
        Assert.Equal(("true", "true"), (settings["Shops__ozon__AutoShip"], settings["Shops__taobao__OfferStock"]));
        Assert.Equal(("1d=45s", "1d=45s"), (settings["Shops__ozon__FirstScanWithin"], settings["Shops__ozon__StuckAfter"]));
        Assert.Equal("http://127.0.0.1:5000/router/rest", settings["Shops__taobao__BaseUrl"]);
        Assert.Equal("http://127.0.0.1:5000/webhook-shop/told", settings["Shops__webhook__TellUrl"]);
        Assert.Equal((keys.WebhookSecret, keys.ToldSecret), (settings["Shops__webhook__Secret"], settings["Shops__webhook__TellSecret"]));
        Assert.DoesNotContain(settings.Keys, name => name.StartsWith("Shops__sandbox__", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_OfFurtherShops_FollowFromTheRuns_AndDifferAmongThemselves()
    {
        var keys = ChannelKeys.Of(Keys);

        Assert.Equal(keys, ChannelKeys.Of(Keys));
        Assert.NotEqual(keys, ChannelKeys.Of(Keys with { Host = "other" }));
        Assert.Matches("^[0-9]{8}$", keys.TaobaoAppKey);
        Assert.Equal(32, keys.TaobaoAppSecret.Length);
        Assert.Equal(2, new[] { keys.WebhookSecret, keys.ToldSecret }.Distinct().Count(secret => Convert.FromBase64String(secret["whsec_".Length..]).Length == 32));
    }

    private static IReadOnlyDictionary<string, string> For(double scale, string channels = "ozon") =>
        LocalSettings.For(scale, "UseDevelopmentStorage=true", new Uri("http://127.0.0.1:5000"), Keys, "en", channels);
}
