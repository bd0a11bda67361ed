using ShipBy.Sandbox;
using ShipBy.TestKit.Storage;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program with settings that name a shop and a storage account. Both are played, and neither is started by it.</summary>
public sealed class RealRunTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task WithAShopAContactAndAStorage_TheAppAloneIsStarted()
    {
        await using var marketplace = await MarketplaceAsync();

        var outcome = await _shipby.RunAsync(["run", "--for", "8s"], Settings(marketplace));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("guarding your shops", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("mails become files", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["real"], Directory.GetDirectories(_shipby.Runs).Select(Path.GetFileName));
    }

    [Fact]
    public async Task AWrongKeyOfTheShop_IsOneLine()
    {
        await using var marketplace = await MarketplaceAsync();

        var outcome = await _shipby.RunAsync(["run"], Settings(marketplace, ("Shops__tea__ApiKey", "another-key")));

        AssertNotStarted(outcome, "Shop tea: The marketplace did not accept the key");
    }

    [Fact]
    public async Task AWrongKeyOfTheStorage_IsOneLine()
    {
        await using var marketplace = await MarketplaceAsync();
        var wrong = azurite.ConnectionString.Replace("Eby8", "AAAA", StringComparison.Ordinal);

        var outcome = await _shipby.RunAsync(["run"], Settings(marketplace, ("AzureWebJobsStorage", wrong)));

        AssertNotStarted(outcome, "The storage account does not accept the key in AzureWebJobsStorage.");
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "", "still lack AzureWebJobsStorage")]
    [InlineData("AzureWebJobsStorage", "nonsense", "AzureWebJobsStorage is no connection string")]
    [InlineData("ShipBy__Contact", "", "still lack ShipBy__Contact")]
    [InlineData("Shops__tea__ClientId", "", "Shops__tea__ClientId is missing")]
    public async Task ASettingThatLacksOrIsWrong_IsOneLine(string name, string value, string says)
    {
        await using var marketplace = await MarketplaceAsync();

        AssertNotStarted(await _shipby.RunAsync(["run"], Settings(marketplace, (name, value))), says);
    }

    private void AssertNotStarted(ShipByProcess.Outcome outcome, string says)
    {
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(says, Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_shipby.Runs, "real")));
        Assert.DoesNotContain("another-key", outcome.Error, StringComparison.Ordinal);
    }

    private Task<SandboxServer> MarketplaceAsync() => SandboxServer.StartAsync(
        new SandboxOptions { DataFolder = Path.Combine(_shipby.Home, "marketplace"), ClientId = "1001", ApiKey = "the-key" });

    private Dictionary<string, string> Settings(SandboxServer marketplace, params (string Name, string Value)[] others)
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

        return settings;
    }
}
