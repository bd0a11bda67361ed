using System.Diagnostics;
using Azure.Data.Tables;
using ShipBy.Cli.Azurite;
using ShipBy.TestKit;

namespace ShipBy.AzureSdk.Tests.Azurite;

public sealed class AzuriteServerTests : IDisposable
{
    /// <summary>A parent that holds Azurite's input open and does nothing else, in the one language that every machine here has.</summary>
    private const string Parent =
        "require('child_process').spawn(process.execPath, process.argv.slice(1), { stdio: ['pipe', 'inherit', 'inherit'] }); setInterval(() => {}, 1000);";

    private readonly string _folder = Directory.CreateTempSubdirectory("shipby-azurite").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_OutlivesTheServer_WhenItHasAFolder()
    {
        await using (var first = await StartAsync(_folder))
        {
            await new TableClient(first.ConnectionString, "orders").CreateIfNotExistsAsync(Cancel);
            await new TableClient(first.ConnectionString, "orders").AddEntityAsync(new TableEntity("pool", "1"), Cancel);
        }

        await using var second = await StartAsync(_folder);
        var read = await new TableClient(second.ConnectionString, "orders").GetEntityIfExistsAsync<TableEntity>("pool", "1", cancellationToken: Cancel);

        Assert.True(read.HasValue);
    }

    [Fact]
    public async Task Server_EndsAndSaves_WhenItsParentIsKilled()
    {
        var install = await InstallAsync();
        using var parent = Process.Start(new ProcessStartInfo("node", ["-e", Parent, "--", .. AzuriteServer.Arguments(install, _folder)])
        {
            RedirectStandardOutput = true,
        })!;
        var endpoints = await AzuriteEndpoints.ReadAsync(parent.StandardOutput, Cancel);
        await new TableClient(endpoints!.ConnectionString, "orders").CreateIfNotExistsAsync(Cancel);

        parent.Kill();
        var lastWords = await parent.StandardOutput.ReadToEndAsync(Cancel);     // ends when the last holder of the pipe has ended

        Assert.Contains("Table service successfully closed", lastWords, StringComparison.Ordinal);
        Assert.Contains("orders", await File.ReadAllTextAsync(Path.Combine(_folder, "__azurite_db_table__.json"), Cancel), StringComparison.Ordinal);
    }

    /// <summary>A request to end that reaches the whole group, as <c>timeout</c> or a service manager sends it, must not take the storage from under its users.</summary>
    [Theory]
    [InlineData("INT"), InlineData("TERM"), InlineData("HUP")]
    public async Task Data_IsWhole_WhenASignalReachedTheServerToo(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using (var first = await StartAsync(_folder))
        {
            using var sent = Process.Start("kill", [$"-{signal}", $"{first.ProcessId}"]);
            await sent.WaitForExitAsync(Cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(300), Cancel);
            await new TableClient(first.ConnectionString, "orders").CreateIfNotExistsAsync(Cancel);
            await new TableClient(first.ConnectionString, "orders").AddEntityAsync(new TableEntity("pool", "1"), Cancel);
        }

        await using var second = await StartAsync(_folder);
        var read = await new TableClient(second.ConnectionString, "orders").GetEntityIfExistsAsync<TableEntity>("pool", "1", cancellationToken: Cancel);

        Assert.True(read.HasValue);
    }

    [Fact]
    public async Task Exited_TellsOfAnEndThatNobodyAskedFor()
    {
        await using var server = await StartAsync(folder: null);
        Assert.False(server.Exited.IsCompleted);

        using var node = Process.GetProcessById(server.ProcessId);
        node.Kill();
        await server.Exited.WaitAsync(Cancel);

        Assert.True(node.HasExited);
    }

    [Fact]
    public async Task Start_SaysWhatAzuriteSaid_WhenItCannotUseTheFolder()
    {
        var file = Path.Combine(_folder, "not-a-folder");
        await File.WriteAllTextAsync(file, "", Cancel);

        var refused = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => StartAsync(file));

        Assert.Contains("not-a-folder", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<AzuriteInstall> InstallAsync() =>
        AzuriteInstall.EnsureAsync(Path.Combine(RepositoryRoot.Folder, ".shipby", "tools"), progress: null, Cancel);

    private static async Task<AzuriteServer> StartAsync(string? folder) => await AzuriteServer.StartAsync(await InstallAsync(), folder, Cancel);
}
