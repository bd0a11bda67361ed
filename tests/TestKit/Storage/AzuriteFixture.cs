using ShipBy.Cli.Azurite;
using Xunit;

namespace ShipBy.TestKit.Storage;

/// <summary>One Azurite, in memory, for all tests of an assembly.</summary>
/// <remarks>
/// Put <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c> into the test assembly and take the fixture in a test
/// class's constructor. Tests share the server, so each takes names of its own.
/// </remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteServer? _server;

    public string ConnectionString => Server.ConnectionString;

    public Uri BlobEndpoint => Server.Endpoints.Blob;

    public Uri QueueEndpoint => Server.Endpoints.Queue;

    public Uri TableEndpoint => Server.Endpoints.Table;

    private AzuriteServer Server => _server ?? throw new InvalidOperationException("Azurite has not been started.");

    /// <summary>A name that no other test uses and that is legal for tables, queues and containers alike.</summary>
    /// <param name="what">Lower-case letters and digits, starting with a letter, at most 30.</param>
    public static string UniqueName(string what) => what + Guid.NewGuid().ToString("N");

    public async ValueTask InitializeAsync()
    {
        var tools = Path.Combine(RepositoryRoot.Folder, ".shipby", "tools");

        _server = await AzuriteServer.StartAsync(await AzuriteInstall.EnsureAsync(tools, progress: null, default), folder: null, default);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
