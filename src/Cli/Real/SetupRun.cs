using System.Runtime.CompilerServices;
using NodaTime;
using ShipBy.Adapters.FirstUse;
using ShipBy.Cli.Children;
using ShipBy.Cli.Live;
using ShipBy.Cli.Local;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Real;

/// <summary>The real app with an empty desk, until somebody has set up a shop there; then the same app with it, at the same address.</summary>
internal static class SetupRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <returns>The exit code.</returns>
    /// <exception cref="CannotStartException">Something is in the way; nothing was started.</exception>
    /// <exception cref="PartDiedException">A part ended by itself; the others were stopped.</exception>
    public static async Task<int> RunAsync(RunRequest request, ShipByHome home, IRunScreen screen, TimeProvider clock, CancellationToken cancel)
    {
        var settings = RealSettings.Find();
        if (settings.NamesAShop)
        {
            screen.Say("The settings name a shop already; going on with it.");
            return await RealRun.RunAsync(request, settings, home, screen, clock, cancel);
        }

        var port = FreePort.Choose(request.Port, RealRun.Name);
        try
        {
            await UntilAShopIsSetAsync(request with { Port = port }, settings, home, screen, clock, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            screen.Say("Stopping. What was typed is kept; 'shipby setup' goes on there.");
            return ExitCode.Fine;
        }

        screen.Say("Your shop is set; starting with it.");
        return await RealRun.RunAsync(request with { Port = port }, RealSettings.Find(), home, screen, clock, cancel);
    }

    private static async Task UntilAShopIsSetAsync(RunRequest request, RealSettings settings, ShipByHome home, IRunScreen screen, TimeProvider clock, CancellationToken cancel)
    {
        using var alone = RunLock.Take(home.Runs, RealRun.Name);
        if (settings.NamesAStorage)
        {
            await screen.StepAsync("storage account", () => RealPreflight.CheckStorageAsync(settings, cancel));
        }

        var folder = new RunFolders(home.Runs).Open(RealRun.Name, startAnew: false);
        var keys = RunKeys.Of(folder.Keys);
        await using var storage = settings.NamesAStorage ? null : await StorageHere.StartAsync(home, folder, screen, cancel);
        var known = storage is null ? settings : settings.With("AzureWebJobsStorage", storage.ConnectionString);
        var values = RealAppSettings.For(InThisZone(known).With(FirstUseServices.FileSetting, home.Settings), keys, request.Port, request.Language, Path.Combine(folder.Path, "mails"));
        await using var app = await RealApp.StartAsync(folder, values, screen, clock, cancel);
        await Vigil.KeepAsync(WatchAsync, StorageHere.FirstDeath(app, storage), app.Silent, clock, cancel);

        async Task<bool> WatchAsync(CancellationToken over)
        {
            await screen.FollowAsync(FramesAsync(app, new DeskLink(values["ShipBy__DeskKey"], clock), clock, over));
            over.ThrowIfCancellationRequested();

            return true;
        }
    }

    /// <summary>The clock on this wall is the first guess. Servers that run on UTC say nothing about where the seller is.</summary>
    private static RealSettings InThisZone(RealSettings settings) =>
        settings.Get("ShipBy__TimeZone").Length > 0 || TimeZoneInfo.Local.BaseUtcOffset == TimeSpan.Zero || DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZoneInfo.Local.Id) is null
            ? settings
            : settings.With("ShipBy__TimeZone", TimeZoneInfo.Local.Id);

    /// <summary>Goes on until the settings name a shop, whoever wrote them.</summary>
    private static async IAsyncEnumerable<RunFrame> FramesAsync(RealApp app, DeskLink link, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (!RealSettings.Find().NamesAShop)
        {
            yield return new RunFrame("", "waiting for your shop: open the page", RunFigures.None, clock.GetUtcNow(), Left: null, link.For(app.Address), Scale: null);
            await Task.Delay(BetweenLooks, clock, cancel);
        }
    }
}
