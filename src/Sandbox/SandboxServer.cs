using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Push;
using ShipBy.Sandbox.Reporting;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox;

/// <summary>A running sandbox: marketplace and mail service on one loopback address, and the life in them.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    /// <value>The one warehouse of the sandbox's shop, as the marketplace numbers it.</value>
    public const long Warehouse = StockBook.Warehouse;

    private static readonly TimeSpan StepEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AppMayTake = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WebApplication _web;
    private readonly HttpClient _http = new() { Timeout = AppMayTake };
    private readonly CancellationTokenSource _life = new();
    private readonly TaskCompletionSource _stopAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AppWatch _watch;
    private readonly PushSender _pushes;
    private readonly RunStep _step;
    private Task _loops = Task.CompletedTask;
    private bool _reportedTheEnd;

    private SandboxServer(SandboxRun run)
    {
        Run = run;
        (_watch, _pushes, _step) = (new AppWatch(run, _http), new PushSender(run, _http), new RunStep(run));
        _web = SandboxWeb.Build(this);
    }

    public Uri BaseAddress => new(_web.Urls.Single().TrimEnd('/') + "/");

    /// <value>Done when somebody asked the sandbox to stop through its control interface; failed when it cannot go on.</value>
    public Task StopAsked => _stopAsked.Task;

    internal SandboxRun Run { get; }

    /// <exception cref="InvalidSetupException">File, folder or arguments do not do, or the port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        var server = new SandboxServer(SandboxRun.Open(options));
        try
        {
            await server._web.StartAsync();
        }
        catch (IOException error)
        {
            await server.DisposeAsync();
            throw new InvalidSetupException($"--port {options.Port}: {error.Message}");
        }

        server._loops = options.RunsByItself ? Task.WhenAll(server.StepLoopAsync(), server.LookLoopAsync()) : Task.CompletedTask;
        return server;
    }

    public void PointAtApp(Uri url, string key) =>
        _watch.PointAt(url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/"), key);

    public void PointPushesAt(Uri url) => _ = _pushes.PointAtAsync(url, _life.Token);

    /// <summary>Lets happen what is due. The sandbox does this by itself unless it was told not to.</summary>
    internal Task StepAsync()
    {
        var told = _pushes.TellAsync(_step.Take(), _life.Token);
        if (Run.Clock.Finished && !_reportedTheEnd)
        {
            _reportedTheEnd = true;
            WriteReport();
        }

        return told;
    }

    internal Task<bool> LookAtAppAsync() => _watch.LookAsync(_life.Token);

    /// <summary>Asks the app a last time and writes the report.</summary>
    internal async Task<JsonObject> FinishAsync(CancellationToken cancel)
    {
        await _watch.LookAsync(cancel);
        return WriteReport();
    }

    internal void AskToStop() => _stopAsked.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync();
        await _loops;
        await _web.DisposeAsync();
        _http.Dispose();
        _life.Dispose();
        Run.Dispose();
    }

    private JsonObject WriteReport()
    {
        lock (Run.Gate)
        {
            var report = RunReport.Write(Run);
            if (Run.Options.ReportFile is { } file)
            {
                RunFolder.WriteWhole(file, report.ToJsonString(Indented) + "\n");
            }

            return report;
        }
    }

    private Task StepLoopAsync() => EveryAsync(StepEvery, () =>
    {
        // Pushes take their own time; the next step does not wait for them.
        _ = StepAsync();
        return Task.CompletedTask;
    });

    private Task LookLoopAsync() => EveryAsync(LookEvery, LookAtAppAsync);

    private async Task EveryAsync(TimeSpan pause, Func<Task> act)
    {
        using var timer = new PeriodicTimer(pause, Run.Clock.Time);
        try
        {
            do
            {
                await act();
            }
            while (await timer.WaitForNextTickAsync(_life.Token));
        }
        catch (OperationCanceledException) when (_life.IsCancellationRequested)
        {
            // The sandbox stops.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A marketplace that stands still without a word would look like a quiet one.
            _stopAsked.TrySetException(error);
        }
    }
}
