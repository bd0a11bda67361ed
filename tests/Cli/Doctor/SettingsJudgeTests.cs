using ShipBy.Application.Doctor;
using ShipBy.Cli.Doctor;
using ShipBy.Cli.Real;

namespace ShipBy.Cli.Tests.Doctor;

/// <summary>Every flaw by its setting's name, never by its value.</summary>
public sealed class SettingsJudgeTests
{
    private const string Value = "x-value-nobody-may-see";

    private static readonly Dictionary<string, string> Sound = new()
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["Shops__tea__Kind"] = "ozon",
        ["Shops__tea__ClientId"] = "1001",
        ["Shops__tea__ApiKey"] = "the-key",
        ["ShipBy__Contact"] = "me@example.org",
        ["Alerts__Kind"] = "none",
        ["Alerts__Sender"] = "shipby@example.org",
    };

    [Fact]
    public void SoundSettings_AreCalledSo()
    {
        var reading = Judge();

        Assert.Equal([Fact.SettingsSound], reading.Findings.Select(finding => finding.Fact));
        Assert.Equal((true, true, true), (reading.GuardIsSound, reading.AlertsAreSound, reading.StorageIsSound));
        Assert.Equal(["tea"], reading.SoundShops);
    }

    [Theory]
    [InlineData("ShipBy__PollOverlap cannot be read: write a time such as 00:10:00.", "ShipBy__PollOverlap", Value)]
    [InlineData("ShipBy__MailsPerShortWindow cannot be read: write a whole number.", "ShipBy__MailsPerShortWindow", Value)]
    [InlineData("ShipBy__EarlyWarningAt cannot be read: write a number such as 0.5.", "ShipBy__EarlyWarningAt", Value)]
    [InlineData("ShipBy__AlwaysTell cannot be read: write true or false.", "ShipBy__AlwaysTell", Value)]
    [InlineData("ShipBy__MorningPlanAt is no hour of a day: write 08:00, or leave it empty.", "ShipBy__MorningPlanAt", Value)]
    [InlineData("Shops__tea__OrderCutOff does nothing without HandlingTime.", "Shops__tea__OrderCutOff", "14:00")]
    [InlineData("Shops__tea__ArriveWithin is not a length of time: write 24h or 5d.", "Shops__tea__ArriveWithin", Value)]
    [InlineData("Alerts__Smtp__Port cannot be read: write a whole number.", "Alerts__Smtp__Port", Value)]
    [InlineData("Alerts__Timeout cannot be read: write a time such as 00:10:00.", "Alerts__Timeout", Value)]
    [InlineData("Shops__tea__Retries cannot be read: write a whole number.", "Shops__tea__Retries", Value)]
    [InlineData("ShipBy__Language: The field Language must match the regular expression 'ru|zh-CN|en'.", "ShipBy__Language", Value)]
    [InlineData("ShipBy__Ladder is not a ladder: write rungs from far to near, such as 24h,12h,6h,2h.", "ShipBy__Ladder", Value)]
    [InlineData("Alerts__Kind is none of acs, smtp, folder, none.", "Alerts__Kind", Value)]
    [InlineData("Alerts__Chats__boss__Kind is none of telegram, wecom, dingtalk, feishu, webhook.", "Alerts__Chats__boss__Kind", Value)]
    [InlineData("Shops__tea__Kind is none of ozon, taobao, webhook, file; no shop of another kind is read.", "Shops__tea__Kind", Value)]
    [InlineData("Shops__tea__ApiKey is missing; make one in the seller's cabinet under Settings > API keys.", "Shops__tea__ApiKey", "")]
    [InlineData("AzureWebJobsStorage is missing: set it to the connection string of a storage account, or set AzureWebJobsStorage__accountName.", "AzureWebJobsStorage", "")]
    [InlineData("AzureWebJobsStorage is no connection string. Copy it again from the storage account's page 'Access keys'.", "AzureWebJobsStorage", Value)]
    public void AFlaw_IsNamed(string expected, string name, string value)
    {
        var finding = Assert.Single(Judge((name, value)).Findings);

        Assert.Equal((Fact.SettingWrong, expected), (finding.Fact, finding.Detail));
    }

    [Fact]
    public void AllFlaws_AreNamedAtOnce_AndSoundPartsStaySound()
    {
        var reading = Judge(("ShipBy__Language", Value), ("ShipBy__QuietHours", Value), ("Alerts__Kind", Value), ("Alerts__Chats__boss__Kind", Value), ("Shops__cups__Kind", "ozon"));

        Assert.Equal(6, reading.Findings.Count);
        Assert.All(reading.Findings, finding => Assert.DoesNotContain(Value, finding.Detail, StringComparison.Ordinal));
        Assert.Equal((false, false, true), (reading.GuardIsSound, reading.AlertsAreSound, reading.StorageIsSound));
        Assert.Equal(["tea"], reading.SoundShops);
    }

    [Fact]
    public void AShopThatTellsByItself_IsJudgedByItsOwnRules()
    {
        (string, string)[] own = [("Shops__cups__Kind", "webhook"), ("Shops__cups__Dialect", "shopify"), ("Shops__cups__Secret", Value), ("Shops__cups__Pool", "main")];

        Assert.Equal([Fact.SettingsSound], Judge(own).Findings.Select(finding => finding.Fact));
        Assert.Equal("Shops__cups__Secret is missing; set the app's client secret (or the one below the list of webhooks under Settings > Notifications).", Assert.Single(Judge([.. own, ("Shops__cups__Secret", "")]).Findings).Detail);
        Assert.Equal("Shops__cups__ReplayWindow cannot be read: write a time such as 00:10:00.", Assert.Single(Judge([.. own, ("Shops__cups__ReplayWindow", Value)]).Findings).Detail);
        Assert.Equal("Shops__cups__ApiKey", Assert.Single(Judge([.. own, ("Shops__cups__ApiKey", Value)]).Findings, finding => finding.Fact == Fact.SettingUnknown).Subject);
    }

    [Fact]
    public void AShopWhoseOrdersComeByFiles_IsJudgedByItsOwnRules()
    {
        (string, string)[] own = [("Shops__cups__Kind", "file"), ("Shops__cups__Pool", "main")];

        Assert.Equal([Fact.SettingsSound], Judge(own).Findings.Select(finding => finding.Fact));
        Assert.Equal("Shops__cups__TimeZone is not a time zone: write an IANA name, such as Europe/Moscow.", Assert.Single(Judge([.. own, ("Shops__cups__TimeZone", "Moscow")]).Findings).Detail);
        Assert.Equal("Shops__cups__Secret", Assert.Single(Judge([.. own, ("Shops__cups__Secret", Value)]).Findings, finding => finding.Fact == Fact.SettingUnknown).Subject);
    }

    [Theory]
    [InlineData("ShipBy__Contakt")]
    [InlineData("Alerts__Smtp__Hosts")]
    [InlineData("Alerts__Chats__boss__Tokn")]
    [InlineData("Shops__tea__Key")]
    public void ANameThatNothingReads_IsToldOf(string name) => Assert.Contains(
        Judge(("Alerts__Chats__boss__Kind", "telegram"), ("Alerts__Chats__boss__Token", "8123456789:AAHq-TelegramTokenOfTheTest_0123456"), ("Alerts__Chats__boss__ChatId", "-1"), (name, Value)).Findings,
        finding => finding.Fact == Fact.SettingUnknown && finding.Subject == name);

    [Theory]
    [InlineData("Shops__tea__AutoShip", "true")]
    [InlineData("Shops__tea__ReviewFromUnits", "10")]
    [InlineData("Shops__tea__ArriveWithin", "20d")]
    public void WhatAShopOfAnyKindMayHave_IsKnown(string name, string value) =>
        Assert.Equal([Fact.SettingsSound], Judge((name, value)).Findings.Select(finding => finding.Fact));

    private static SettingsReading Judge(params (string Name, string Value)[] others)
    {
        var settings = new Dictionary<string, string>(Sound);
        foreach (var (name, value) in others)
        {
            settings[name] = value;
        }

        return SettingsJudge.Judge(RealSettings.ToConfiguration(settings));
    }
}
