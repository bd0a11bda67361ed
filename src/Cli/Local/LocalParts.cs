using ShipBy.Cli.Azurite;
using ShipBy.Cli.Children;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Local;

/// <summary>The three processes of a local run, started one after the other and stopped in the order in which they lean on each other.</summary>
internal sealed class LocalParts : IAsyncDisposable
{
    private readonly RunFolder _folder;
    private readonly RunKeys _keys;
    private readonly TimeProvider _clock;
    private readonly TaskCompletionSource<PartDiedException> _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AzuriteServer? _storage;
    private ChildProcess? _sandbox;
    private ChildProcess? _app;
    private SandboxControl? _control;
    private bool _stopping;

    private LocalParts(RunFolder folder, RunKeys keys, TimeProvider clock) => (_folder, _keys, _clock) = (folder, keys, clock);

    /// <summary>Completes when a part ends that nobody asked to.</summary>
    public Task<PartDiedException> Death => _death.Task;

    public SandboxControl Sandbox => _control ?? throw new InvalidOperationException("The sandbox has not been started.");

    public Uri App { get; private set; } = new("about:blank");

    /// <exception cref="PartDiedException">A part ended instead of starting; the others were stopped.</exception>
    public static async Task<LocalParts> StartAsync(
        RunRequest request, AzuriteInstall install, RunFolder folder, RunKeys keys, IRunScreen screen, TimeProvider clock, CancellationToken cancel)
    {
        var parts = new LocalParts(folder, keys, clock);
        try
        {
            File.Delete(folder.StorageConnection);
            parts._storage = await screen.StepAsync("storage (Azurite)", () => AzuriteServer.StartAsync(install, folder.Storage, cancel));
            parts.Watch(parts._storage.Exited, () => new PartDiedException("storage emulator (Azurite)", "killed or crashed", folder.Storage, []));
            await File.WriteAllTextAsync(folder.StorageConnection, parts._storage.ConnectionString, cancel);
            await screen.StepAsync("marketplace (sandbox)", () => parts.StartSandboxAsync(request.Plan, cancel));
            await screen.StepAsync("functions", () => parts.StartAppAsync(request, cancel));

            return parts;
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the run: the sandbox reads the app's report a last time and ends, then everything else does.</summary>
    public async Task<RunReport> FinishAsync(CancellationToken cancel)
    {
        _stopping = true;
        var report = await Sandbox.FinishAsync(cancel);
        await DisposeAsync();

        return report;
    }

    /// <summary>The users of a service go before it: first the app, then the sandbox, then the storage, which saves.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        File.Delete(_folder.StorageConnection);
        foreach (var part in new IAsyncDisposable?[] { _app, _sandbox, _storage })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        _control?.Dispose();
        (_app, _sandbox, _storage, _control) = (null, null, null, null);
    }

    private async Task<Uri> StartSandboxAsync(RunPlan plan, CancellationToken cancel)
    {
        var addressFile = Fresh(_folder.AddressOf("sandbox"));
        _sandbox = Start("sandbox", new ChildStart(
            "sandbox", "ShipBy.Sandbox.dll", SandboxArguments.For(plan, _folder, _keys, addressFile), new Dictionary<string, string>(), LocalSettings.NotInherited));
        var address = await _sandbox.AddressAsync(addressFile, _clock, cancel);
        _control = new SandboxControl(address);

        return address;
    }

    private async Task<Uri> StartAppAsync(RunRequest request, CancellationToken cancel)
    {
        var addressFile = Fresh(_folder.AddressOf("functions"));
        var status = await Sandbox.StatusAsync(cancel);
        var settings = new Dictionary<string, string>(LocalSettings.For(status.Scale, _storage!.ConnectionString, Sandbox.Address, _keys, request.Language, request.Plan.Channels))
        {
            ["FUNCTIONS_HTTP_PORT"] = request.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["FUNCTIONS_ADDRESS_FILE"] = addressFile,
            // With faults, messages come twice, late and out of order too: the emulator alone is tidier than the real queue.
            ["FUNCTIONS_CHAOS"] = request.Plan.Faults == FaultLevel.None ? "" : "redeliver,duplicate,reorder",
            ["ShipBy__PublicUrl"] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{request.Port}"),
        };
        _app = Start("functions", new ChildStart("functions app", "ShipBy.Functions.dll", [], settings, LocalSettings.NotInherited));
        App = await _app.AddressAsync(addressFile, _clock, cancel);
        await Sandbox.IntroduceAppAsync(App, _keys.Host, new Uri(App, $"api/push/ozon/{LocalShops.OzonShop(request.Plan.Channels)}/{_keys.Push}"), cancel);

        return App;
    }

    private ChildProcess Start(string part, ChildStart start)
    {
        var child = ChildProcess.Start(start, _folder.LogOf(part));
        Watch(child.Exited, child.Died);

        return child;
    }

    private void Watch(Task exited, Func<PartDiedException> died) => _ = exited.ContinueWith(
        _ => _stopping || _death.TrySetResult(died()), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>An address of an earlier life would be taken for the new one.</summary>
    private static string Fresh(string addressFile)
    {
        File.Delete(addressFile);

        return addressFile;
    }
}
