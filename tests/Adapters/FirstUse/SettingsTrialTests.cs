using ShipBy.Adapters.FirstUse;
using ShipBy.Adapters.Tests.Alerts;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Settings;
using ShipBy.Sandbox;

namespace ShipBy.Adapters.Tests.FirstUse;

/// <summary>Settings tried against the sandbox and a mail server, over the wire.</summary>
public sealed class SettingsTrialTests : IAsyncLifetime
{
    private const string Key = "the-key-of-the-shop";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipby-trial-");
    private readonly SettingsTrial _trial = new(TimeProvider.System, new MachineClock(TimeProvider.System));
    private SandboxServer _marketplace = null!;

    public async ValueTask InitializeAsync() => _marketplace = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = _folder.FullName, ClientId = "1001", ApiKey = Key });

    public async ValueTask DisposeAsync()
    {
        await _marketplace.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AGoodKey_BringsWarehousesAndProducts()
    {
        var tried = await _trial.AskShopAsync(StartSettings.Of(Ozon(Key)), default);

        Assert.True(tried.IsGood);
        var warehouse = Assert.Single(tried.Listing!.Warehouses);
        Assert.Equal("Основной склад", warehouse.Name);
        Assert.True(warehouse.Number > 0 && tried.Listing.Products > 0);
    }

    [Theory]
    [InlineData("another-key", null, Fact.KeyRefused)]
    [InlineData(Key, "http://127.0.0.1:9/", Fact.ShopSilent)]
    [InlineData(Key, "ftp://nowhere.example", Fact.SettingWrong)]
    [InlineData("", null, Fact.SettingWrong)]
    public async Task WhatStandsAgainstIt_IsAFinding_WithoutTheKey(string key, string? address, Fact expected)
    {
        var draft = Ozon(key);
        var tried = await _trial.AskShopAsync(StartSettings.Of(address is null ? draft : draft.With(StartField.BaseUrl, address)), default);

        Assert.False(tried.IsGood);
        Assert.Contains(expected, tried.Findings.Select(finding => finding.Fact));
        Assert.All(tried.Findings, finding => Assert.DoesNotContain("key-of-the-shop", finding.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AShopOfFiles_HasNobodyToAsk()
    {
        var tried = await _trial.AskShopAsync(StartSettings.Of(StartDraft.Empty.With(StartField.Kind, StartInput.Files).With(StartField.Shop, "fair")), default);

        Assert.True(tried is { IsGood: true, Listing: null, Findings.Count: 0 });
    }

    [Fact]
    public async Task TheMailServerThatWasTyped_IsTheOneThatIsUsed()
    {
        await using var mails = new SmtpServer();
        var draft = Mail(mails.Port);

        var findings = await _trial.OpenRoutesAsync(StartSettings.Of(draft), SendAsync, default);

        Assert.Equal([Fact.TestAccepted], findings.Select(finding => finding.Fact));
        Assert.Contains("To: me@example.org", Assert.Single(mails.Letters), StringComparison.Ordinal);

        static async Task<IReadOnlyList<Finding>> SendAsync(AlertRoutes routes)
        {
            var letter = new Letter("s", "t", "h", new Dictionary<string, string>());
            var sent = await routes.Find(AlertRoute.MainMail)!.Channel.SendAsync(Guid.NewGuid(), letter, default);
            return sent is Delivery.Accepted ? [new Finding(Area.Test, Fact.TestAccepted)] : [];
        }
    }

    [Theory]
    [InlineData(StartField.Contact, "nobody", "ShipBy__Contact")]
    [InlineData(StartField.Host, "no host", "Alerts__Smtp__Host")]
    [InlineData(StartField.Port, "many", "Alerts__Smtp__Port")]
    [InlineData(StartField.Tls, "maybe", "Alerts__Smtp__Tls")]
    public async Task AFlaw_IsNamedByItsSetting_BeforeAnythingIsSent(StartField field, string typed, string setting)
    {
        var findings = await _trial.OpenRoutesAsync(StartSettings.Of(Mail(25).With(field, typed)), _ => throw new InvalidOperationException("sent"), default);

        Assert.All(findings, finding => Assert.Equal(Fact.SettingWrong, finding.Fact));
        Assert.Contains(findings, finding => finding.Detail.StartsWith(setting, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.DoesNotContain("a-password", finding.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("telegram", StartField.Token, "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc", StartField.ChatId, "-7", true)]
    [InlineData("telegram", StartField.Token, "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc", StartField.ChatId, "", false)]
    [InlineData("wecom", StartField.Address, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k", StartField.Secret, "", true)]
    [InlineData("feishu", StartField.Address, "http://elsewhere.example/", StartField.Secret, "", false)]
    public async Task AChat_IsARouteThatTakesEverything(string channel, StartField one, string its, StartField other, string own, bool isGood)
    {
        var names = new List<string>();
        var draft = StartDraft.Empty.With(StartField.Channel, channel).With(one, its).With(other, own);

        var findings = await _trial.OpenRoutesAsync(StartSettings.Of(draft), routes => Task.FromResult(Noted(routes)), default);

        Assert.Equal((isGood, isGood ? channel : ""), (findings.Count == 0, string.Join(' ', names)));

        IReadOnlyList<Finding> Noted(AlertRoutes routes)
        {
            names.AddRange(routes.For(Contact.First, Domain.Alerts.Severity.Info).Where(route => !route.Channel.ReachesNobody).Select(route => route.Name));
            return [];
        }
    }

    [Theory]
    [InlineData("sku;on_hand\nMUG-1;25\nMUG-2;3", 2, 0)]
    [InlineData("артикул,остаток\nMUG-1,25", 1, 0)]
    [InlineData("sku;on_hand\nMUG-1;many", 0, 1)]
    [InlineData("MUG-1 25", 0, 1)]
    [InlineData("sku;on_hand", 0, 1)]
    public void APastedCount_IsReadAsAFileIs(string text, int counts, int flaws)
    {
        var read = new CountText().Read(text);

        Assert.Equal((counts, flaws > 0), (read.Counts.Count, read.Flaws.Count > 0));
    }

    private StartDraft Ozon(string key) => StartDraft.Empty.With(StartField.ClientId, "1001").With(StartField.ApiKey, key).With(StartField.BaseUrl, _marketplace.BaseAddress.AbsoluteUri);

    private static StartDraft Mail(int port) => StartDraft.Empty.With(StartField.Contact, "me@example.org").With(StartField.Host, "127.0.0.1").With(StartField.User, "me").With(StartField.Password, "a-password").With(StartField.Port, $"{port}").With(StartField.Tls, "none");
}
