using System.Runtime.CompilerServices;
using ShipBy.Cli.Children;
using ShipBy.Cli.Live;
using ShipBy.Cli.Local;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Real;

/// <summary>A run against real shops and a real storage account: the app alone is started here.</summary>
internal sealed class RealRun
{
    public const string Name = "real";

    /// <remarks>Each look reads the ledger, which costs storage requests.</remarks>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BetweenFrames = TimeSpan.FromSeconds(1);

    /// <returns>The exit code.</returns>
    /// <exception cref="CannotStartException">A setting is missing or wrong, or a key is refused; nothing was started.</exception>
    /// <exception cref="PartDiedException">The app ended by itself.</exception>
    public static async Task<int> RunAsync(
        RunRequest request, RealSettings settings, ShipByHome home, IRunScreen screen, TimeProvider clock, CancellationToken cancel)
    {
        RealPreflight.Check(settings, request.Language);
        var port = FreePort.Choose(request.Port, Name);
        using var alone = RunLock.Take(home.Runs, Name);
        if (!settings.KeepsStorageHere)
        {
            await screen.StepAsync("storage account", () => RealPreflight.CheckStorageAsync(settings, cancel));
        }

        foreach (var note in await screen.StepAsync("shops", () => RealPreflight.CheckShopsAsync(settings, clock, cancel)))
        {
            screen.Say(note);
        }

        var folder = new RunFolders(home.Runs).Open(Name, startAnew: false);
        await using var storage = settings.KeepsStorageHere ? await StorageHere.StartAsync(home, folder, screen, cancel) : null;
        var keys = RunKeys.Of(folder.Keys);
        var values = RealAppSettings.For(storage is null ? settings : settings.With("AzureWebJobsStorage", storage.ConnectionString), keys, port, request.Language, Path.Combine(folder.Path, "mails"));
        if (values["Alerts__Kind"] is "folder")
        {
            screen.Say($"No mail service is set (Alerts__Kind): mails become files in {values["Alerts__Folder"]}.");
        }

        await using var app = await RealApp.StartAsync(folder, values, screen, clock, cancel);

        return await FollowAsync(request, app, storage, new DeskLink(values["ShipBy__DeskKey"], clock), screen, clock, cancel);
    }

    private static async Task<int> FollowAsync(RunRequest request, RealApp app, StorageHere? storage, DeskLink link, IRunScreen screen, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            return await Vigil.KeepAsync(WatchAsync, StorageHere.FirstDeath(app, storage), app.Silent, clock, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            screen.Say(storage is null ? "Stopping. What was taken in stays in the storage account." : "Stopping. What was taken in stays on this machine.");

            return ExitCode.Fine;
        }

        async Task<int> WatchAsync(CancellationToken over)
        {
            await screen.FollowAsync(FramesAsync(request.Plan.Length, app, link, clock, over));

            return ExitCode.Fine;
        }
    }

    private static async IAsyncEnumerable<RunFrame> FramesAsync(
        TimeSpan? length, RealApp app, DeskLink link, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancel)
    {
        var start = clock.GetUtcNow();
        var (figures, looked) = (RunFigures.None, DateTimeOffset.MinValue);
        while (true)
        {
            var now = clock.GetUtcNow();
            if (now - looked >= BetweenLooks)
            {
                (figures, looked) = (await app.FiguresAsync(cancel), now);
            }

            var left = start + length - now;
            yield return new RunFrame("", "guarding your shops", figures, now, left, link.For(app.Address), Scale: null);
            if (left <= TimeSpan.Zero)
            {
                yield break;
            }

            await Task.Delay(BetweenFrames, clock, cancel);
        }
    }
}
