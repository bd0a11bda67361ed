using System.Diagnostics;
using ShipBy.Adapters.Tests.Alerts;
using ShipBy.Cli.Real;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Sandbox;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>From an empty home to a guarded shop: the real program, the real page in a browser, a marketplace and a mail server over the wire.</summary>
[Collection(FirstUse.OneAtATime)]
public sealed class SetupTests : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task FromAnEmptyHome_ThePageIsPrinted_AndCtrlCEndsItCleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        using var setup = _shipby.Start(["setup", "--language", "en"]);
        await FirstUse.LinkAsync(setup);

        await FirstUse.InterruptAsync(setup);

        var said = await setup.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await setup.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (setup.ExitCode, await setup.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
        Assert.Contains("What was typed is kept", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_shipby.Home, "settings.json")));
        Assert.DoesNotContain(Process.GetProcesses(), process => process.Id == _shipby.Part("functions"));
    }

    [Fact]
    public async Task WalkedThroughInABrowser_ItGoesOnAsTheRealRun_AndSoDoesTheNext()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        await using var chromium = new Chromium();
        var browser = await chromium.OpenAsync();
        await using var mails = new SmtpServer();
        await using var marketplace = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = Path.Combine(_shipby.Home, "marketplace"), ClientId = "1001", ApiKey = FirstUse.Key });
        using var setup = _shipby.Start(["setup", "--language", "en"]);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(await FirstUse.LinkAsync(setup));
        var rest = setup.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await page.Locator("form button").ClickAsync();

        var screens = await FirstUse.WalkAsync(page, marketplace.BaseAddress, mails.Port);

        Assert.Equal(["language", "key", "shop", "stock", "contact", "test", "end"], screens);
        await FirstUse.StartedAnewAsync(page);
        Assert.Equal(0, await page.Locator(".sample").CountAsync());
        Assert.Single(mails.Letters);
        await FirstUse.InterruptAsync(setup);
        await setup.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Your shop is set; starting with it.", await rest, StringComparison.Ordinal);
        Assert.Equal(0, setup.ExitCode);
        AssertKept();

        var beside = await _shipby.RunAsync(["reconcile"]);
        Assert.Equal((0, ""), (beside.ExitCode, beside.Error));
        Assert.Contains("the local run real", beside.Output, StringComparison.Ordinal);

        var next = await _shipby.RunAsync(["run", "--for", "5s"]);

        Assert.Equal((0, ""), (next.ExitCode, next.Error));
        Assert.Contains("guarding your shops", next.Output, StringComparison.Ordinal);
        AssertNoSecretIsLogged(next.Output + await rest);
    }

    private void AssertKept()
    {
        var file = Path.Combine(_shipby.Home, "settings.json");
        var settings = RealSettings.Read(Path.Combine(_shipby.Home, "not-there.json"), [], file);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.True(settings is { NamesAShop: true, KeepsStorageHere: true });
        Assert.Equal(("ozon", "1001", FirstUse.Key), (settings.Get("Shops__tea__Kind"), settings.Get("Shops__tea__ClientId"), settings.Get("Shops__tea__ApiKey")));
        Assert.Equal(("me@example.org", "smtp", FirstUse.Password, "Asia/Omsk"), (settings.Get("ShipBy__Contact"), settings.Get("Alerts__Kind"), settings.Get("Alerts__Smtp__Password"), settings.Get("ShipBy__TimeZone")));
        Assert.True(settings.Get("ShipBy__DeskKey").Length >= 16);
        Assert.Equal(["settings.json"], Directory.GetFiles(_shipby.Home).Select(Path.GetFileName));
    }

    private void AssertNoSecretIsLogged(string printed)
    {
        var logs = Directory.GetFiles(Path.Combine(_shipby.Runs, "real"), "*.log").Select(File.ReadAllText).Append(printed);

        Assert.All(logs, log => Assert.All((string[])[FirstUse.Key, FirstUse.Password], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal)));
    }
}
