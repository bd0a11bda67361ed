using System.Diagnostics;

namespace ShipBy.Cli.Azurite;

/// <summary>A running Azurite that belongs to us: it ends with us, and nothing else is ever ended.</summary>
/// <remarks>Also when this process is killed: <c>stop-with-parent.cjs</c> sees to that; what was stored is saved then too.</remarks>
internal sealed class AzuriteServer : IAsyncDisposable
{
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(10);

    private static readonly string StopWithParent = Path.Combine(AppContext.BaseDirectory, "Azurite", "stop-with-parent.cjs");

    private readonly Process _node;
    private readonly bool _keepsData;

    private AzuriteServer(Process node, AzuriteEndpoints endpoints, bool keepsData)
    {
        (_node, _keepsData) = (node, keepsData);
        Endpoints = endpoints;
        Exited = node.WaitForExitAsync();
    }

    public AzuriteEndpoints Endpoints { get; }

    public string ConnectionString => Endpoints.ConnectionString;

    /// <summary>The process whose end is the end of this server.</summary>
    public int ProcessId => _node.Id;

    /// <summary>Completes when Azurite has ended, whoever ended it.</summary>
    public Task Exited { get; }

    /// <summary>Starts Azurite on ports that the system picks and waits until blobs, queues and tables answer.</summary>
    /// <remarks><paramref name="folder"/> keeps the data, saved every few seconds and at the end; null keeps it in memory.</remarks>
    /// <exception cref="AzuriteUnavailableException">Azurite ended instead of starting.</exception>
    public static async Task<AzuriteServer> StartAsync(AzuriteInstall install, string? folder, CancellationToken cancel)
    {
        var node = NodeProgram.Start(new ProcessStartInfo("node", Arguments(install, folder))
        {
            WorkingDirectory = install.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });

        try
        {
            var complaint = node.StandardError.ReadToEndAsync(CancellationToken.None);
            var endpoints = await AzuriteEndpoints.ReadAsync(node.StandardOutput, cancel)
                ?? throw new AzuriteUnavailableException(
                    $"The storage emulator ended instead of starting. Is its folder in use or damaged? It said: {(await complaint).Trim()}");
            _ = node.StandardOutput.ReadToEndAsync(CancellationToken.None);     // a full pipe would stop it

            return new AzuriteServer(node, endpoints, keepsData: folder is not null);
        }
        catch
        {
            node.Kill();
            node.Dispose();
            throw;
        }
    }

    /// <summary>Asks Azurite to save and end; ends it hard when it has not done so within ten seconds, or has nothing to save.</summary>
    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        try
        {
            await Exited.WaitAsync(_keepsData ? TimeToSave : TimeSpan.Zero);
        }
        catch (TimeoutException)
        {
            _node.Kill();
            await Exited;
        }

        _node.Dispose();
    }

    internal static IEnumerable<string> Arguments(AzuriteInstall install, string? folder) =>
    [
        "--require", StopWithParent, install.Program,
        "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        .. folder is null ? ["--inMemoryPersistence"] : new[] { "--location", Path.GetFullPath(folder) },
    ];
}
