using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Tests.Alerts;
using ShipBy.Adapters.Tests.Alerts.Chat.Servers;
using ShipBy.Application;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Tests.Doctor;

/// <summary>A test alert to a mail server and a chat that speak as the real ones do.</summary>
public sealed class TestAlertOnItsWayTests : ITestLetterWriter
{
    [Fact]
    public async Task ATest_ReachesEveryChannel()
    {
        await using var mail = new SmtpServer();
        await using var chat = await VendorServer.StartAsync("telegram");

        var findings = await SendAsync(mail, chat);

        Assert.Equal([("mail", Fact.TestAccepted), ("boss", Fact.TestAccepted)], findings.Select(finding => (finding.Subject, finding.Fact)));
        Assert.Contains("Subject: a test by mail", Assert.Single(mail.Letters), StringComparison.Ordinal);
        Assert.StartsWith("a test by boss", Assert.Single(chat.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusal_IsTold_WithItsRemedy_AndWithoutASecret()
    {
        await using var mail = new SmtpServer { Replies = { ["RCPT"] = "550 no such user me@example.com" } };
        await using var chat = await VendorServer.StartAsync("telegram");
        ((TelegramServer)chat).Error = (403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was kicked from the group chat"}""");

        var findings = await SendAsync(mail, chat);

        Assert.All(findings, finding => Assert.Equal(Fact.TestRefused, finding.Fact));
        Assert.Contains("check Alerts__Sender and ShipBy__Contact", findings[0].Detail, StringComparison.Ordinal);
        Assert.Contains("boss", findings[1].Detail, StringComparison.Ordinal);
        Assert.All(findings, finding => Assert.All([.. chat.Secrets, "me@example.com"], secret => Assert.DoesNotContain(secret, finding.Detail, StringComparison.Ordinal)));
    }

    public Task<Letter> WriteAsync(string route, CancellationToken cancel, string? language = null, string? timeZone = null) => Task.FromResult(new Letter($"a test by {route}", "text", "<p>text</p>", new Dictionary<string, string>()));

    private async Task<IReadOnlyList<Finding>> SendAsync(SmtpServer mail, VendorServer chat)
    {
        var options = chat.Chat();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ShipBy:Contact"] = "me@example.com",
            ["Alerts:Kind"] = "smtp",
            ["Alerts:Sender"] = "shipby@example.com",
            ["Alerts:Smtp:Host"] = "127.0.0.1",
            ["Alerts:Smtp:Port"] = mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Alerts:Smtp:Tls"] = "none",
            ["Alerts:Chats:boss:Kind"] = options.Kind,
            ["Alerts:Chats:boss:Url"] = options.Url,
            ["Alerts:Chats:boss:Token"] = options.Token,
            ["Alerts:Chats:boss:ChatId"] = options.ChatId,
        }).Build();
        await using var app = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new MachineClock(TimeProvider.System))
            .AddGuardSettings(settings).AddGuard().AddAlerts(settings).AddCheckup()
            .AddSingleton<ILedger, InMemoryLedger>().AddSingleton<ITestLetterWriter>(this).BuildServiceProvider();
        return await app.GetRequiredService<TestAlert>().RunAsync(default);
    }
}
