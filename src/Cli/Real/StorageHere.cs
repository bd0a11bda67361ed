using ShipBy.Cli.Azurite;
using ShipBy.Cli.Children;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Real;

/// <summary>The storage of a seller who has no account for it: an emulator of our own, whose data stay in the run's folder.</summary>
internal sealed class StorageHere : IAsyncDisposable
{
    private readonly AzuriteServer _server;
    private readonly RunFolder _folder;

    private StorageHere(AzuriteServer server, RunFolder folder)
    {
        (_server, _folder) = (server, folder);
        Death = DiedAsync();
    }

    public string ConnectionString => _server.ConnectionString;

    private Task<PartDiedException> Death { get; }

    /// <exception cref="AzuriteUnavailableException">It cannot be fetched or started.</exception>
    public static async Task<StorageHere> StartAsync(ShipByHome home, RunFolder folder, IRunScreen screen, CancellationToken cancel)
    {
        File.Delete(folder.StorageConnection);
        var install = await screen.LongStepAsync("storage emulator installed", progress => AzuriteInstall.EnsureAsync(home.Tools, progress, cancel));
        var storage = new StorageHere(await screen.StepAsync("storage (Azurite)", () => AzuriteServer.StartAsync(install, folder.Storage, cancel)), folder);
        await File.WriteAllTextAsync(folder.StorageConnection, storage.ConnectionString, CancellationToken.None);      // commands beside us find it there

        return storage;
    }

    /// <summary>Completes when the app or its storage ends by itself.</summary>
    /// <param name="storage">Null where it is somewhere else.</param>
    public static async Task<PartDiedException> FirstDeath(RealApp app, StorageHere? storage) => await await Task.WhenAny(app.Death, storage?.Death ?? app.Death);

    public ValueTask DisposeAsync()
    {
        File.Delete(_folder.StorageConnection);

        return _server.DisposeAsync();
    }

    private async Task<PartDiedException> DiedAsync()
    {
        await _server.Exited;

        return new PartDiedException("storage emulator (Azurite)", "killed or crashed", _folder.Storage, []);
    }
}
