using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Real;

public sealed class RealSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipby-settings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_PutsTheEnvironment_AboveTheFile()
    {
        var settings = Read("""{"IsEncrypted":false,"Values":{"Shops:tea:ClientId":"1","ShipBy__Contact":"file@example.org"}} // mine""", ("SHIPBY__CONTACT", "me@example.org"));

        Assert.Equal(("1", "me@example.org", ""), (settings.Get("Shops__tea__ClientId"), settings.Get("ShipBy__Contact"), settings.Get("AzureWebJobsStorage")));
    }

    [Theory]
    [InlineData("{}", "PATH", "/bin", "kept@example.org", true)]
    [InlineData("""{"Values":{"ShipBy__Contact":"file@example.org"}}""", "PATH", "/bin", "file@example.org", true)]
    [InlineData("""{"Values":{"ShipBy__Contact":"file@example.org"}}""", "ShipBy__Contact", "me@example.org", "me@example.org", true)]
    [InlineData("{}", "AzureWebJobsStorage", "x", "kept@example.org", false)]
    public void WhatSetupKept_StandsBelowFileAndEnvironment_AndItsStorageLiesHereUnlessOneIsNamed(string file, string name, string value, string contact, bool here)
    {
        var kept = Path.Combine(_folder.FullName, "settings.json");
        File.WriteAllText(kept, """{"Values":{"Shops__tea__Kind":"file","ShipBy__Contact":"kept@example.org"}}""");
        var own = Path.Combine(_folder.FullName, "own.json");
        File.WriteAllText(own, file);

        var settings = RealSettings.Read(own, [KeyValuePair.Create(name, value)], kept);

        Assert.Equal((contact, here, true), (settings.Get("ShipBy__Contact"), settings.KeepsStorageHere, settings.NamesAShop));
        RealPreflight.Check(settings, "en");
    }

    [Fact]
    public void AShopThatWasNamedByHand_StillNeedsAStorage()
    {
        var kept = Path.Combine(_folder.FullName, "not-there.json");

        Assert.False(RealSettings.Read(kept, [KeyValuePair.Create("Shops__tea__Kind", "file")], kept).KeepsStorageHere);
    }

    [Fact]
    public void AChatAlone_ReachesTheSeller() => RealPreflight.Check(
        Read("{}", ("Shops__tea__Kind", "file"), ("AzureWebJobsStorage", "x"), ("Alerts__Kind", "none"), ("Alerts__Chats__group__Kind", "wecom"), ("Alerts__Chats__group__Url", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k")), "en");

    [Theory]
    [InlineData("{}", "PATH", "/bin", false)]
    [InlineData("{}", "Shops__tea__ClientId", "", false)]
    [InlineData("{}", "Shops__tea__ClientId", "1", true)]
    [InlineData("""{"Values":{"Shops__tea__Kind":"ozon"}}""", "PATH", "/bin", true)]
    public void NamesAShop_OnceASettingOfOneIsThere(string file, string name, string value, bool expected) =>
        Assert.Equal(expected, Read(file, (name, value)).NamesAShop);

    [Theory]
    [InlineData("not json", "cannot be read as JSON")]
    [InlineData("[]", "cannot be read as JSON")]
    [InlineData("""{"IsEncrypted":true,"Values":{}}""", "is encrypted")]
    public void Read_SaysWhatIsWrong_WithTheFile(string file, string says) =>
        Assert.Contains(says, Assert.Throws<CannotStartException>(() => Read(file)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("lack AzureWebJobsStorage (the connection string of a storage account) and ShipBy__Contact", "Shops__tea__ClientId", "1")]
    [InlineData("lack ShipBy__Contact", "Shops__tea__ClientId", "1", "AzureWebJobsStorage", "UseDevelopmentStorage=true")]
    [InlineData("Shops__tea__ApiKey is missing", "Shops__tea__Kind", "ozon", "Shops__tea__ClientId", "1", "AzureWebJobsStorage", "x", "ShipBy__Contact", "me@example.org")]
    [InlineData("Shops__tea__Kind is missing", "Shops__tea__ClientId", "1", "AzureWebJobsStorage", "x", "ShipBy__Contact", "me@example.org")]
    [InlineData("ShipBy__Ladder is not a ladder", "Shops__tea__Kind", "ozon", "Shops__tea__ClientId", "1", "Shops__tea__ApiKey", "k", "AzureWebJobsStorage", "x", "ShipBy__Contact", "me@example.org", "ShipBy__Ladder", "2h,24h")]
    [InlineData("ShipBy__Calendar: chian cannot be used", "Shops__tea__Kind", "ozon", "Shops__tea__ClientId", "1", "Shops__tea__ApiKey", "k", "AzureWebJobsStorage", "x", "ShipBy__Contact", "me@example.org", "ShipBy__Calendar", "chian")]
    [InlineData("Shops__tea__PickUps: 'daily' is not a pick-up", "Shops__tea__Kind", "ozon", "Shops__tea__ClientId", "1", "Shops__tea__ApiKey", "k", "AzureWebJobsStorage", "x", "ShipBy__Contact", "me@example.org", "Shops__tea__PickUps", "daily")]
    [InlineData("ShipBy__Contact is not a mail address", "Shops__tea__Kind", "ozon", "Shops__tea__ClientId", "1", "Shops__tea__ApiKey", "k", "AzureWebJobsStorage", "x", "ShipBy__Contact", "nobody")]
    [InlineData("Alerts__Chats__boss__Kind is none of", "Shops__tea__Kind", "ozon", "Shops__tea__ClientId", "1", "Shops__tea__ApiKey", "k", "AzureWebJobsStorage", "x", "ShipBy__Contact", "me@example.org", "Alerts__Kind", "none", "Alerts__Chats__boss__Kind", "slack")]
    public void Check_NamesTheSettingThatIsMissingOrWrong(string says, params string[] settings)
    {
        var set = settings.Chunk(2).Select(pair => (pair[0], pair[1])).ToArray();

        Assert.Contains(says, Assert.Throws<CannotStartException>(() => RealPreflight.Check(Read("{}", set), "en")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void For_FillsInWhatTheSellerLeftOpen_AndNothingElse()
    {
        var keys = new RunKeys("", "", "desk", "push", "host", "");

        var app = RealAppSettings.For(Read("{}", ("ShipBy__DeskKey", "my own desk key"), ("Alerts__Kind", "smtp"), ("ShipBy__Language", "")), keys, 7071, "ru", "/mails");

        Assert.Equal(("my own desk key", "push", "smtp", "ru"), (app["ShipBy__DeskKey"], app["ShipBy__PushSecret"], app["Alerts__Kind"], app["ShipBy__Language"]));
        Assert.Equal(("http://127.0.0.1:7071", "7071"), (app["ShipBy__PublicUrl"], app["FUNCTIONS_HTTP_PORT"]));
    }

    [Theory]
    [InlineData("ShipBy__Calendar")]
    [InlineData("Shops__tea__Calendar")]
    [InlineData("Shops__tea__Carrier")]
    [InlineData("shops__tea__carriercalendar")]
    [InlineData("Shops__tea__Promotions")]
    [InlineData("Shops__tea__Mapping")]
    public void For_FindsTheSellersFiles_FromTheSellersFolder(string setting)
    {
        var file = Path.Combine(_folder.FullName, "own.csv");
        File.WriteAllText(file, "");
        var settings = Read("{}", (setting, Path.GetRelativePath(Directory.GetCurrentDirectory(), file)), ("Shops__cup__Carrier", "china"));

        var app = RealAppSettings.For(settings, new RunKeys("", "", "desk", "push", "host", ""), 7071, "ru", "/mails");

        Assert.Equal((file, "china"), (app[setting], app["Shops__cup__Carrier"]));
    }

    private RealSettings Read(string file, params (string Name, string Value)[] environment)
    {
        var path = Path.Combine(_folder.FullName, "local.settings.json");
        File.WriteAllText(path, file);

        return RealSettings.Read(path, environment.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)));
    }
}
