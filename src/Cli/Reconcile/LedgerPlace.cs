using ShipBy.Cli.Azurite;
using ShipBy.Cli.Local;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Reconcile;

/// <summary>Where the ledger lies that a command is to work on, and what had to be started to reach it.</summary>
/// <param name="Name">For people: the storage account of the settings, or the run.</param>
/// <param name="Settings">The storage and the shops with their pools.</param>
internal sealed record LedgerPlace(string Name, IReadOnlyDictionary<string, string> Settings) : IAsyncDisposable
{
    private IDisposable? _alone;
    private AzuriteServer? _storage;

    /// <summary>The storage of the settings; without one, that of the local run that was played last, beside which it may be going on.</summary>
    /// <exception cref="CannotStartException">There is no storage, or it cannot be reached.</exception>
    public static async Task<LedgerPlace> FindAsync(RealSettings settings, ShipByHome home, IRunScreen screen, CancellationToken cancel)
    {
        if (!settings.NamesAStorage)
        {
            return await LocalAsync(settings, home, screen, cancel);
        }

        if (settings.Get("AzureWebJobsStorage").Length > 0)
        {
            await RealPreflight.CheckStorageAsync(settings, cancel);
        }

        return new LedgerPlace("the storage account of the settings", settings.Values);
    }

    /// <summary>The settings without a storage: in a local run the shop that is played, and those of the kind <c>file</c>, which need nobody to answer.</summary>
    public static IReadOnlyDictionary<string, string> ShopsOf(RealSettings settings) => settings.NamesAStorage || settings.KeepsStorageHere
        ? settings.Values
        : new Dictionary<string, string>(FileShopsOf(settings), StringComparer.OrdinalIgnoreCase)
        {
            [$"Shops__{LocalSettings.Shop}__Kind"] = "ozon",
            [$"Shops__{LocalSettings.Shop}__Pool"] = LocalSettings.Pool,
        };

    private static IEnumerable<KeyValuePair<string, string>> FileShopsOf(RealSettings settings) =>
        from setting in settings.Values
        let name = setting.Key.Split("__")
        where name is ["Shops", _, _] && settings.Get($"Shops__{name[1]}__Kind").Trim().Equals("file", StringComparison.OrdinalIgnoreCase)
        select setting;

    public async ValueTask DisposeAsync()
    {
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }

        _alone?.Dispose();
    }

    private static async Task<LedgerPlace> LocalAsync(RealSettings settings, ShipByHome home, IRunScreen screen, CancellationToken cancel)
    {
        var run = (settings.KeepsStorageHere ? new RunFolders(home.Runs).Open(RealRun.Name, startAnew: false) : new RunFolders(home.Runs).Latest()) ?? throw new CannotStartException(
            "There is no ledger to work on: no storage account is set (AzureWebJobsStorage), and no run has been played here. Set one, or start with 'shipby run'.");
        if (RunLock.TryTake(home.Runs, run.Name) is not { } alone)
        {
            return File.Exists(run.StorageConnection)
                ? Of(settings, run, await File.ReadAllTextAsync(run.StorageConnection, cancel))
                : throw new CannotStartException($"The run {run.Name} is just starting or ending. Try again in a moment.");
        }

        try
        {
            var install = await screen.LongStepAsync("storage emulator installed", progress => AzuriteInstall.EnsureAsync(home.Tools, progress, cancel));
            var storage = await screen.StepAsync("storage (Azurite)", () => AzuriteServer.StartAsync(install, run.Storage, cancel));

            return Of(settings, run, storage.ConnectionString) with { _alone = alone, _storage = storage };
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    private static LedgerPlace Of(RealSettings settings, RunFolder run, string connection) =>
        new($"the local run {run.Name}", new Dictionary<string, string>(ShopsOf(settings)) { ["AzureWebJobsStorage"] = connection });
}
