using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.Alerts;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
using ShipBy.Pages;
using ShipBy.Sandbox;

namespace ShipBy.Functions.Tests.Mails;

/// <summary>A warning from its words to the sandbox's mail service, which reads it by rules of its own.</summary>
public sealed class LetterOnItsWayTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly IReadOnlyDictionary<OrderKey, CostOfMissing> NoCosts = new Dictionary<OrderKey, CostOfMissing>();

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"shipby-letter-{Guid.NewGuid():N}");

    [Fact]
    public async Task ALetter_IsTakenOnce_AndKnownByItsId()
    {
        await using var sandbox = await StartAsync();
        await using var app = App(sandbox.BaseAddress);
        var (channel, mail) = (app.GetRequiredService<AlertRoutes>().Find(AlertRoute.MainMail)!.Channel, Notice());
        var letter = await app.GetRequiredService<ILetterWriter>().WriteAsync(mail, NoCosts, Cancel);

        Assert.IsType<Delivery.NotThere>(await channel.AskAsync(mail.Id, Cancel));
        Assert.IsType<Delivery.Accepted>(await channel.SendAsync(mail.Id, letter, Cancel));
        Assert.IsType<Delivery.Accepted>(await channel.AskAsync(mail.Id, Cancel));
        Assert.IsType<Delivery.Accepted>(await channel.SendAsync(mail.Id, letter, Cancel));
        Assert.Equal(1, await AcceptedAsync(sandbox.BaseAddress));
    }

    [Fact]
    public async Task AUsedUpQuota_ComesBackAsAPause()
    {
        await using var sandbox = await StartAsync();
        await using var app = App(sandbox.BaseAddress);
        var channel = app.GetRequiredService<AlertRoutes>().Find(AlertRoute.MainMail)!.Channel;
        var letter = await app.GetRequiredService<ILetterWriter>().WriteAsync(Notice(), NoCosts, Cancel);

        Delivery last = new Delivery.Accepted();
        for (var sent = 0; sent < 101 && last is Delivery.Accepted; sent++)
        {
            last = await channel.SendAsync(Guid.NewGuid(), letter, Cancel);
        }

        Assert.InRange(Assert.IsType<Delivery.Busy>(last).RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<SandboxServer> StartAsync() =>
        SandboxServer.StartAsync(new SandboxOptions { DataFolder = _folder, Length = TimeSpan.FromHours(1), RunsByItself = false });

    private static ServiceProvider App(Uri sandbox) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new MachineClock(TimeProvider.System))
        .AddGuardSettings(Settings(("ShipBy:Contact", "seller@example.com"), ("ShipBy:Language", "ru")))
        .AddAlerts(Settings(("Alerts:Kind", "acs"), ("Alerts:Sender", "shipby@example.com"), ("Alerts:ConnectionString", $"endpoint={sandbox};accesskey=c2VjcmV0")))
        .AddPages()
        .BuildServiceProvider();

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value)).Build();

    private static Notice Notice() => new()
    {
        Id = Guid.NewGuid(),
        State = NoticeState.Sending,
        CreatedAt = Instant.FromUnixTimeSeconds(1_800_000_000),
        Warnings =
        [
            new WarningLine(new OrderKey("main", "P/1#ю"), ["24h", "6h"], Instant.FromUnixTimeSeconds(1_800_003_600), OrderState.Held, "Кружка × 2", null, 0),
        ],
    };

    private static async Task<int> AcceptedAsync(Uri sandbox)
    {
        using var http = new HttpClient();
        using var report = JsonDocument.Parse(await http.GetStringAsync(new Uri(sandbox, "sandbox/report"), Cancel));
        return report.RootElement.GetProperty("mails_accepted").GetInt32();
    }
}
