using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Doctor;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Tests.Doctor;

/// <summary>What the channels' settings say together with the guard's, and whether the page's address answers.</summary>
public sealed class ChannelProbesTests
{
    [Theory]
    [InlineData("smtp", "00:00:59", "00:00:59")]
    [InlineData("smtp", "00:01:00", "00:00:59", "Alerts__Timeout")]
    [InlineData("smtp", "00:01:00", "00:01:01", "Alerts__Timeout", "Alerts__Chats__boss__Timeout")]
    [InlineData("none", "00:05:00", "00:00:59")]
    public async Task AChannel_MustGiveUp_BeforeItIsAskedAbout(string kind, string mail, string chat, params string[] expected)
    {
        var findings = await LookAsync(("Alerts:Kind", kind), ("Alerts:Timeout", mail), ("Alerts:Chats:boss:Timeout", chat));

        Assert.Equal(expected, findings.Where(finding => finding.Fact == Fact.PatienceTooShort).Select(finding => finding.Subject));
    }

    [Theory]
    [InlineData("folder", "me@example.com", true)]
    [InlineData("folder", "", false)]
    [InlineData("smtp", "me@example.com", false)]
    public async Task AFolder_IsNobodysMailbox(string kind, string contact, bool isFound) =>
        Assert.Equal(isFound, (await LookAsync(("Alerts:Kind", kind), ("ShipBy:Contact", contact))).Any(finding => finding.Fact == Fact.MailsToFolder));

    [Theory]
    [InlineData(200, "<title>Enter · ShipBy</title>", Fact.AddressAnswers)]
    [InlineData(503, "<title>The page is closed · ShipBy</title>", Fact.AddressAnswers)]
    [InlineData(404, "<h1>It works!</h1>", Fact.AddressOfOthers)]
    public async Task TheDoor_IsRecognised(int status, string body, Fact expected)
    {
        await using var server = await ServeAsync(status, body);
        using var http = new HttpClient();

        Assert.Equal(expected, await new AddressProbe(http, new GuardOptions()).AskAsync(new Uri(server.Urls.Single() + "/api/enter"), default));
    }

    [Fact]
    public async Task WhereNothingAnswers_TheAddressIsSilent()
    {
        using var http = new HttpClient();

        Assert.Equal(Fact.AddressSilent, await new AddressProbe(http, new GuardOptions()).AskAsync(new Uri("http://127.0.0.1:1/api/enter"), default));
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(params (string Name, string Value)[] others)
    {
        (string, string)[] usual =
        [
            ("Alerts:Sender", "shipby@example.com"), ("Alerts:Smtp:Host", "localhost"), ("Alerts:Folder", "."),
            ("Alerts:Chats:boss:Kind", "telegram"), ("Alerts:Chats:boss:Token", "8123456789:AAHq-TelegramTokenOfTheTest_0123456"), ("Alerts:Chats:boss:ChatId", "-100123"),
        ];
        var settings = new ConfigurationBuilder().AddInMemoryCollection([.. usual.Concat(others).Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2))]).Build();
        await using var app = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new MachineClock(TimeProvider.System))
            .AddGuardSettings(settings).AddAlerts(settings).AddChannelProbes().BuildServiceProvider();
        return [.. (await Task.WhenAll(app.GetServices<IProbe>().Select(probe => probe.LookAsync(default)))).SelectMany(findings => findings)];
    }

    private static async Task<WebApplication> ServeAsync(int status, string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        return app;
    }
}
