using System.Diagnostics;
using ShipBy.Cli.Azurite;
using ShipBy.TestKit;

namespace ShipBy.AzureSdk.Tests.Azurite;

public sealed class AzuriteInstallTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shipby-install").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Install_IsDoneOnce_HoweverManyAsk()
    {
        var tools = Path.Combine(RepositoryRoot.Folder, ".shipby", "tools");

        var installs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AzuriteInstall.EnsureAsync(tools, progress: null, Cancel)));

        Assert.Single(installs.Distinct());
        Assert.True(File.Exists(installs[0].Program));
    }

    [Fact]
    public async Task Lock_IsHeldByOne_UntilItLetsGo()
    {
        var file = Path.Combine(_folder, "install.lock");
        var first = await InstallLock.TakeAsync(file, Cancel);

        var second = InstallLock.TakeAsync(file, Cancel);
        var waiting = !second.IsCompleted;
        first.Dispose();
        using var held = await second;

        Assert.True(waiting);
    }

    [Fact]
    public async Task FailedInstall_LeavesNothingThatLooksInstalled_AndNamesTheRemedy()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "package.json"), "{ not json", Cancel);

        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => NpmInstall.RunAsync(_folder, progress: null, Cancel));

        Assert.Contains("npm", refused.Message, StringComparison.Ordinal);
        Assert.Contains("run the command again", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "node_modules")));
    }

    [Fact]
    public void MissingNode_IsNamedWithItsRemedy()
    {
        var refused = Assert.Throws<AzuriteUnavailableException>(() => NodeProgram.Start(new ProcessStartInfo("no-such-node")));

        Assert.Contains("'no-such-node' was not found. Install Node.js", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
