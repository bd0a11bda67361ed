using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;

namespace ShipBy.Adapters.Tests.Alerts.Chat;

public class ChatSettingsTests
{
    private const string Token = "8123456789:AAHq-TelegramTokenOfTheTest_0123456";

    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private const string Telegram = $"Kind=telegram;Token={Token};ChatId=-100;";

    private const string Webhook = $"Kind=webhook;Url=https://a.example/in;Secret={Secret};";

    [Theory]
    [InlineData($"Kind=telegram;Token={Token};ChatId=-1001234567890", 10, 60, 4096)]
    [InlineData($"Kind=telegram;Token={Token};ChatId=@shop_alerts;Url=https://bots.example/api", 10, 60, 4096)]
    [InlineData("Kind=wecom;Url=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc", 10, 60, 2048)]
    [InlineData("Kind=wecom;Token=abc", 10, 60, 2048)]
    [InlineData("Kind=dingtalk;Url=https://oapi.dingtalk.com/robot/send?access_token=abc;Secret=SECx", 10, 600, 6000)]
    [InlineData("Kind=dingtalk;Token=abc;Secret=SECx;Url=http://localhost:8080/robot/send", 10, 600, 6000)]
    [InlineData("Kind=feishu;Url=https://open.larksuite.com/open-apis/bot/v2/hook/abc;Secret=x", 20, 60, 6000)]
    [InlineData("Kind=feishu;Token=abc;Secret=x", 20, 60, 6000)]
    [InlineData($"Kind=webhook;Url=https://a.example/in?k=v;Secret={Secret}", 20, 60, 4096)]
    [InlineData($"Kind=webhook;Url=http://127.0.0.1:9/in;Secret={Secret}", 20, 60, 4096)]
    public void SoundSettings_AreFilledIn(string settings, int perMinute, int pause, int longest)
    {
        var chat = Assert.Single(Read(settings).Chats);

        Assert.Equal(("first", "warning", TimeSpan.FromSeconds(20)), (chat.Contact, chat.From, chat.Timeout));
        Assert.Equal((perMinute, TimeSpan.FromSeconds(pause), longest), (chat.PerMinute, chat.Pause, chat.Longest));
    }

    [Theory]
    [InlineData("Contact=second;From=critical;PerMinute=600;Pause=01:00:00;Longest=200;Timeout=00:05:00")]
    [InlineData("Contact=first;From=info;PerMinute=1;Pause=00:00:01;Longest=15000;Timeout=00:00:01")]
    public void Bounds_BelongToWhatIsAllowed(string settings) => Assert.Empty(Read(Webhook + settings).Flaws);

    [Theory]
    [InlineData("Url=https://a.example", "__Kind is none of telegram, wecom, dingtalk, feishu, webhook.")]
    [InlineData("Kind=slack", "__Kind is none of")]
    [InlineData("Kind=telegram;ChatId=-100", "__Token is no bot's token")]
    [InlineData("Kind=telegram;Token=../../x;ChatId=-100", "__Token is no bot's token")]
    [InlineData($"Kind=telegram;Token={Token}", "__ChatId is neither")]
    [InlineData($"Kind=telegram;Token={Token};ChatId=shop alerts", "__ChatId is neither")]
    [InlineData(Telegram + "Url=https://api.telegram.org/?x=y", "__Url holds more than the home")]
    [InlineData("Kind=wecom", "__Url does not hold the robot's key")]
    [InlineData("Kind=wecom;Url=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", "__Url does not hold the robot's key")]
    [InlineData("Kind=wecom;Url=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=Hunter2;Token=Hunter2", "__Token is set though")]
    [InlineData("Kind=wecom;Token=Hunter2&x=y", "__Token holds characters")]
    [InlineData("Kind=dingtalk;Token=Hunter2", "__Secret is missing")]
    [InlineData("Kind=dingtalk;Secret=Hunter2", "__Url does not hold the robot's key")]
    [InlineData("Kind=feishu;Token=Hunter2", "__Secret is missing")]
    [InlineData("Kind=feishu;Secret=Hunter2;Url=https://open.feishu.cn/open-apis/bot/v2/hook/", "__Url does not hold the robot's key")]
    [InlineData($"Kind=webhook;Secret={Secret}", "__Url is missing")]
    [InlineData("Kind=webhook;Url=https://a.example", "__Secret is no key")]
    [InlineData("Kind=webhook;Url=https://a.example;Secret=Hunter2", "__Secret is no key")]
    [InlineData($"Kind=webhook;Secret={Secret};Url=http://a.example/Hunter2", "__Url is no https address")]
    [InlineData($"Kind=webhook;Secret={Secret};Url=https://u:Hunter2@a.example", "__Url is no https address")]
    [InlineData($"Kind=webhook;Secret={Secret};Url=https://a.example/#Hunter2", "__Url is no https address")]
    [InlineData($"Kind=webhook;Secret={Secret};Url=Hunter2", "__Url is no https address")]
    [InlineData(Webhook + "Contact=third", "__Contact is none of first, second.")]
    [InlineData(Webhook + "From=urgent", "__From is none of info, warning, critical.")]
    [InlineData(Webhook + "PerMinute=0", "__PerMinute must be from 1 to 600.")]
    [InlineData(Webhook + "PerMinute=601", "__PerMinute must be from 1 to 600.")]
    [InlineData(Webhook + "PerMinute=Hunter2", "__PerMinute must be from 1 to 600.")]
    [InlineData(Webhook + "Longest=199", "__Longest must be from 200 to 15000.")]
    [InlineData(Webhook + "Longest=15001", "__Longest must be from 200 to 15000.")]
    [InlineData(Telegram + "Longest=4097", "__Longest must be from 200 to 4096.")]
    [InlineData(Webhook + "Timeout=00:00:00.999", "__Timeout must be from 00:00:01 to 00:05:00.")]
    [InlineData(Webhook + "Timeout=00:05:00.001", "__Timeout must be from 00:00:01 to 00:05:00.")]
    [InlineData(Webhook + "Timeout=Hunter2", "__Timeout must be from 00:00:01 to 00:05:00.")]
    [InlineData(Webhook + "Pause=01:00:00.001", "__Pause must be from 00:00:01 to 01:00:00.")]
    public void AFlaw_NamesTheSetting_AndNeverItsValue(string settings, string said)
    {
        var reading = Read(settings);

        Assert.StartsWith("Alerts__Chats__group-1" + said, Assert.Single(reading.Flaws), StringComparison.Ordinal);
        Assert.DoesNotContain("Hunter2", reading.Flaws[0], StringComparison.OrdinalIgnoreCase);
        Assert.Empty(reading.Chats);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("Group-1", true)]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghij", true)]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijk", false)]
    [InlineData("mail", false)]
    [InlineData("Mail-2", false)]
    [InlineData("mail-3", true)]
    [InlineData("my group", false)]
    [InlineData("группа", false)]
    [InlineData("a_b", false)]
    public void AName_IsLettersDigitsAndDashes_AndNotTheMails(string name, bool isOne) =>
        Assert.Equal(isOne, ChatSetup.Read([("Kind", "wecom"), ("Token", "abc")], name).Flaws.Count == 0);

    [Fact]
    public void EveryFlaw_StopsTheStart()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Services(("one:Kind", "slack"), ("two:Kind", "wecom")).GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(2, error.Failures.Count());
    }

    [Fact]
    public void SoundChats_AreRoutes()
    {
        var services = Services(("zoo:Kind", "wecom"), ("zoo:Token", "abc"), ("app:Kind", "wecom"), ("app:Token", "abc"), ("app:Contact", "second"), ("app:From", "critical"), ("app:PerMinute", "3"));
        services.GetRequiredService<IStartupValidator>().Validate();

        var routes = services.GetRequiredService<AlertRoutes>();

        Assert.Equal(
            [("mail", Contact.First, Severity.Info), ("app", Contact.Second, Severity.Critical), ("zoo", Contact.First, Severity.Warning)],
            routes.All.Select(route => (route.Name, route.Contact, route.From)));
        Assert.Equal([new BudgetWindow("chat-app", Duration.FromMinutes(1), 3)], routes.Find("app")!.Limits);
        Assert.Equal([new BudgetWindow("chat-zoo", Duration.FromMinutes(1), 10, Reserve: 2)], routes.Find("zoo")!.Limits);
    }

    [Fact]
    public void WithoutChats_ThereIsNothingToJudge()
    {
        var services = Services();
        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal("mail", Assert.Single(services.GetRequiredService<AlertRoutes>().All).Name);
    }

    private static ChatReading Read(string settings) =>
        ChatSetup.Read(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(setting => (setting.Split('=')[0], setting.Split('=', 2)[1])));

    private static ServiceProvider Services(params (string Path, string Value)[] settings) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new MachineClock(TimeProvider.System))
        .AddSingleton(new GuardOptions())
        .AddAlerts(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Alerts:Chats:" + setting.Path, (string?)setting.Value))).Build())
        .BuildServiceProvider();
}
