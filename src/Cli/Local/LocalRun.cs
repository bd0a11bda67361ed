using System.Runtime.CompilerServices;
using ShipBy.Cli.Azurite;
using ShipBy.Cli.Children;
using ShipBy.Cli.Live;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Local;

/// <summary>A run against the sandbox, from nothing to nothing: what it starts it stops.</summary>
internal sealed class LocalRun
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(2);

    /// <remarks>Orders arrive all through a gap. A run without an end that was left overnight would come back with tens of thousands at once.</remarks>
    private static readonly TimeSpan LongestGapWithoutAnEnd = TimeSpan.FromMinutes(10);

    private readonly RunRequest _request;
    private readonly RunFolder _folder;
    private readonly LocalParts _parts;
    private readonly DeskLink _link;
    private readonly Settling _settling;
    private readonly IRunScreen _screen;
    private readonly TimeProvider _clock;

    private LocalRun(RunRequest request, RunFolder folder, LocalParts parts, DeskLink link, Settling settling, IRunScreen screen, TimeProvider clock) =>
        (_request, _folder, _parts, _link, _settling, _screen, _clock) = (request, folder, parts, link, settling, screen, clock);

    /// <returns>The exit code.</returns>
    /// <exception cref="CannotStartException">Something is in the way; nothing was started.</exception>
    /// <exception cref="PartDiedException">A part ended by itself; the others were stopped.</exception>
    public static async Task<int> RunAsync(RunRequest request, ShipByHome home, IRunScreen screen, TimeProvider clock, CancellationToken cancel)
    {
        var content = request.Plan.OrdersFile is { } orders ? OrdersFile.Read(orders) : [];
        var name = RunName.Of(request.Plan, content);
        var port = FreePort.Choose(request.Port, name);
        ReportFile.Require(request.ReportFile);
        using var alone = RunLock.Take(home.Runs, name);
        var install = await screen.LongStepAsync("storage emulator installed", progress => AzuriteInstall.EnsureAsync(home.Tools, progress, cancel));

        var (folder, resumed) = Open(request, new RunFolders(home.Runs), name, screen, clock);
        var keys = RunKeys.Of(folder.Keys);
        await using var parts = await LocalParts.StartAsync(request with { Port = port }, install, folder, keys, screen, clock, cancel);

        return await new LocalRun(request, folder, parts, new DeskLink(keys.Desk, clock), new Settling(resumed, clock, request.Plan.PlaysChannels), screen, clock).PlayAsync(cancel);
    }

    private static (RunFolder Folder, bool Resumed) Open(RunRequest request, RunFolders folders, string name, IRunScreen screen, TimeProvider clock)
    {
        var away = folders.AwayFor(name, clock.GetUtcNow());
        var tooLong = request.Plan.Length is null && away > LongestGapWithoutAnEnd;
        var folder = folders.Open(name, request.StartAnew || tooLong);
        var resumed = File.Exists(folder.Keys);
        if (resumed)
        {
            screen.Say($"Going on with the run {name}; --new would start anew.");
        }

        return (folder, resumed);
    }

    private async Task<int> PlayAsync(CancellationToken cancel)
    {
        try
        {
            return await Vigil.KeepAsync(
                PlayToTheEndAsync, _parts.Death, () => new PartDiedException("sandbox", "it does not answer", _folder.LogOf("sandbox"), []), _clock, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _screen.Say("Stopping. The same command goes on where this one was; --new starts anew.");

            return _request.Plan.Length is null ? ExitCode.Fine : ExitCode.Interrupted;
        }
    }

    private async Task<int> PlayToTheEndAsync(CancellationToken cancel)
    {
        await _screen.FollowAsync(FramesAsync(cancel));
        cancel.ThrowIfCancellationRequested();
        var report = await _parts.FinishAsync(cancel);
        await File.WriteAllBytesAsync(_folder.Report, report.ToFile(), CancellationToken.None);
        await File.WriteAllTextAsync(_folder.Finished, "", CancellationToken.None);
        if (_request.ReportFile is { } file)
        {
            await File.WriteAllBytesAsync(file, report.ToFile(), CancellationToken.None);
            _screen.Say($"Report: {file}");
        }

        return Judge(report);
    }

    private int Judge(RunReport report)
    {
        var complaints = report.Complaints();
        _screen.Show(report, complaints);
        foreach (var complaint in complaints)
        {
            Console.Error.WriteLine($"shipby: {complaint}. Logs and data: {_folder.Path}");
        }

        return complaints.Count == 0 ? ExitCode.Fine : ExitCode.Wrong;
    }

    private async IAsyncEnumerable<RunFrame> FramesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var figures = RunFigures.None;
        var (report, reported) = (await _parts.Sandbox.ReportAsync(cancel), _clock.GetTimestamp());
        for (var seen = 0L; ; await Task.Delay(BetweenFrames, _clock, cancel))
        {
            var status = await _parts.Sandbox.StatusAsync(cancel);
            foreach (var happened in await _parts.Sandbox.EventsAsync(seen, cancel))
            {
                (figures, seen) = (figures.After(happened), happened.Seq);
            }

            if (status.Finished || _clock.GetElapsedTime(reported) >= BetweenReports)
            {
                (report, reported) = (await _parts.Sandbox.ReportAsync(cancel), _clock.GetTimestamp());
            }

            yield return Frame(status, figures.After(report));
            if (status.Finished && _settling.IsOver(report))
            {
                yield break;
            }
        }
    }

    private RunFrame Frame(SandboxStatus status, RunFigures figures)
    {
        var now = _clock.GetUtcNow();
        var (phase, left) = status.Finished ? ("over, settling", null) : ("running", status.End - now);

        return new RunFrame(_folder.Name, phase, figures, now, left, _link.For(_parts.App), status.Scale);
    }
}
