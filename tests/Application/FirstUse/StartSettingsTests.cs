using ShipBy.Application.FirstUse;

namespace ShipBy.Application.Tests.FirstUse;

public sealed class StartSettingsTests
{
    [Theory]
    [InlineData(
        "Language=ru TimeZone=Europe/Moscow ClientId=1 ApiKey=k Shop=tea Warehouse=5 Contact=a@b.example Host=h User=u@b.example Password=p Token=of-another-way",
        "Alerts__Kind=smtp Alerts__Sender=u@b.example Alerts__Smtp__Host=h Alerts__Smtp__Password=p Alerts__Smtp__User=u@b.example ShipBy__Contact=a@b.example ShipBy__Language=ru ShipBy__TimeZone=Europe/Moscow Shops__tea__ApiKey=k Shops__tea__ClientId=1 Shops__tea__Kind=ozon Shops__tea__Warehouse=5")]
    [InlineData(        // a user name that is no address
        "ClientId=1 ApiKey=k Contact=a@b.example Host=h User=u Port=465 Tls=implicit",
        "Alerts__Kind=smtp Alerts__Sender=a@b.example Alerts__Smtp__Host=h Alerts__Smtp__Port=465 Alerts__Smtp__Tls=implicit Alerts__Smtp__User=u ShipBy__Contact=a@b.example Shops__shop__ApiKey=k Shops__shop__ClientId=1 Shops__shop__Kind=ozon")]
    [InlineData(
        "Kind=taobao AppKey=1 AppSecret=s SessionKey=t ClientId=of-another-kind Warehouse=5 Shop=tea Channel=telegram Token=b ChatId=-7 Contact=of-another-way",
        "Alerts__Chats__telegram__ChatId=-7 Alerts__Chats__telegram__From=info Alerts__Chats__telegram__Kind=telegram Alerts__Chats__telegram__Token=b Alerts__Kind=none Shops__tea__AppKey=1 Shops__tea__AppSecret=s Shops__tea__Kind=taobao Shops__tea__SessionKey=t")]
    [InlineData(
        "Kind=file Shop=tea Channel=dingtalk Address=https://x Secret=s",
        "Alerts__Chats__dingtalk__From=info Alerts__Chats__dingtalk__Kind=dingtalk Alerts__Chats__dingtalk__Secret=s Alerts__Chats__dingtalk__Url=https://x Alerts__Kind=none Shops__tea__Kind=file")]
    [InlineData(        // a name that would break the settings' names is not used
        "Kind=file Shop=a__b Channel=wecom Address=https://x",
        "Alerts__Chats__wecom__From=info Alerts__Chats__wecom__Kind=wecom Alerts__Chats__wecom__Url=https://x Alerts__Kind=none Shops__shop__Kind=file")]
    public void Of_NamesWhatTheChoiceNeeds_AndNothingOfAnother(string typed, string settings)
    {
        var draft = typed.Split(' ').Select(one => one.Split('=')).Aggregate(StartDraft.Empty, (before, one) => before.With(Enum.Parse<StartField>(one[0]), one[1]));

        Assert.Equal(settings.Split(' '), StartSettings.Of(draft).Select(setting => $"{setting.Key}={setting.Value}"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("a", true)]
    [InlineData("Tea-2", true)]
    [InlineData("чай", false)]
    [InlineData("a_b", false)]
    [InlineData("a b", false)]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd", true)]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde", false)]
    public void IsShopName_TakesWhatASettingCanBear(string text, bool expected) => Assert.Equal(expected, StartInput.IsShopName(text));
}
