using ShipBy.Sandbox;
using ShipBy.TestKit.Storage;

namespace ShipBy.Functions.Tests.Running;

/// <summary>The functions app and a marketplace beside it, started once for the tests of a class. The app does not poll by itself.</summary>
public sealed class RunningApp(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Never = "0 0 0 1 1 *";

    private readonly string _folder = Directory.CreateTempSubdirectory("shipby-endpoints-").FullName;
    private SandboxServer? _sandbox;
    private FunctionsProcess? _app;

    internal SandboxServer Sandbox => _sandbox!;

    internal FunctionsProcess App => _app!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = Path.Combine(_folder, "sandbox"), Length = TimeSpan.FromMinutes(5) });
        _app = await FunctionsProcess.StartAsync(azurite, _sandbox.BaseAddress, _folder, pollSchedule: Never);
    }

    public async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }
}
