using System.Text.Json;
using ShipBy.Sandbox;
using ShipBy.TestKit.Storage;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program beside a played marketplace and a real emulator: what it finds, what it sends, how it ends.</summary>
public sealed class DoctorTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task WhereAllIsWell_ItSaysSo_AndSendsNothing()
    {
        await using var marketplace = await MarketplaceAsync();

        var outcome = await DoctorAsync(marketplace, ["--json", Path.Combine(_shipby.Home, "doctor.json")]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("fine: Storage: A row was written, read back and deleted.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("fine: Shops: tea: The marketplace takes the key, until", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("fine: Clock: tea: Our clock agrees", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("fine: Schedules: PollSchedule: Next run", outcome.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_shipby.Home, "test-mails")));
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_shipby.Home, "doctor.json")));
        Assert.Equal(0, report.RootElement.GetProperty("faults").GetInt32());
        Assert.Contains(report.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("fact").GetString() == "KeyGoodUntil" && finding.GetProperty("subject").GetString() == "tea");
    }

    [Fact]
    public async Task WithSendTest_OneLetterGoesOut_AndNoSecondWithinAMinute()
    {
        await using var marketplace = await MarketplaceAsync();

        var first = await DoctorAsync(marketplace, ["--send-test"]);
        var second = await DoctorAsync(marketplace, ["--send-test"]);

        Assert.Contains("fine: Test alert: mail: The channel took the test message.", first.Output, StringComparison.Ordinal);
        Assert.Contains("note: Test alert: Not sent again: a test went out", second.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_shipby.Home, "test-mails"), "*.eml"));
    }

    [Fact]
    public async Task EveryFault_IsFoundInOneGo_WithItsRemedy_AndNoValue()
    {
        await using var marketplace = await MarketplaceAsync();

        var outcome = await DoctorAsync(
            marketplace, [], ("Shops__tea__ApiKey", "another-key"), ("AzureWebJobsStorage", azurite.ConnectionString.Replace("Eby8", "AAAA", StringComparison.Ordinal)),
            ("PollSchedule", "now and then"), ("ShipBy__PublicUrl", "guard.example"), ("ShipBy__DeskKey", "short-key"));

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(
            [
                "fault: Shops: tea: The marketplace does not accept the key. Make a new key",
                "fault: Storage: The storage account does not let us in: 403",
                "fault: Schedules: PollSchedule: Not a schedule. Write six fields",
                "fault: Page: ShipBy__PublicUrl is no address. Write it whole",
                "fault: Page: The page is closed: ShipBy__DeskKey is too short.",
            ],
            fault => Assert.Contains(fault, outcome.Output, StringComparison.Ordinal));
        Assert.All(["another-key", "AAAA", "now and then", "guard.example", "short-key"], value => Assert.DoesNotContain(value, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithFlawedSettings_WhatIsSoundIsLookedAtAllTheSame()
    {
        await using var marketplace = await MarketplaceAsync();

        var outcome = await DoctorAsync(marketplace, ["--send-test"], ("ShipBy__Ladder", "2h,24h"), ("AzureWebJobsStorage", "nonsense"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.All(
            [
                "fault: Settings: ShipBy__Ladder is not a ladder", "fault: Settings: AzureWebJobsStorage is no connection string",
                "fine: Shops: tea: The marketplace takes the key", "warning: Channels: Channels, quotas and the page were not looked at",
            ],
            line => Assert.Contains(line, outcome.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("Test alert", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingsMayStandInAnotherFile()
    {
        var file = _shipby.Write("mine.json", """{ "Values": { "ShipBy__Ladder": "2h,24h" } }""");

        Assert.Contains("ShipBy__Ladder is not a ladder", (await _shipby.RunAsync(["doctor", "--settings", file])).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The file of settings nowhere.json is not there", "--settings", "nowhere.json")]
    [InlineData("The report no/such/folder/x.json cannot be written", "--json", "no/such/folder/x.json")]
    [InlineData("--send", "--send")]
    public async Task ABadCall_IsOneLine(string says, params string[] options)
    {
        var outcome = await _shipby.RunAsync(["doctor", .. options]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(says, Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private Task<SandboxServer> MarketplaceAsync() => SandboxServer.StartAsync(
        new SandboxOptions { DataFolder = Path.Combine(_shipby.Home, "marketplace"), ClientId = "1001", ApiKey = "the-key" });

    private Task<ShipByProcess.Outcome> DoctorAsync(SandboxServer marketplace, string[] options, params (string Name, string Value)[] others)
    {
        var settings = new Dictionary<string, string>
        {
            ["Shops__tea__Kind"] = "ozon",
            ["Shops__tea__ClientId"] = "1001",
            ["Shops__tea__ApiKey"] = "the-key",
            ["Shops__tea__BaseUrl"] = marketplace.BaseAddress.AbsoluteUri,
            ["ShipBy__Contact"] = "me@example.org",
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
        };
        foreach (var (name, value) in others)
        {
            settings[name] = value;
        }

        return _shipby.RunAsync(["doctor", .. options], settings);
    }
}
