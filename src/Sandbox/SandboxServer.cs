using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Push;
using ShipBy.Sandbox.Reporting;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Seller;
using ShipBy.Sandbox.Webhook;

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
    private readonly AppLink _app;
    private readonly AppWatch _watch;
    private readonly SellerDesk _seller;
    private readonly ShopSender _shop;
    private readonly PushSender _pushes;
    private readonly RunStep _step;
    private Task _loops = Task.CompletedTask;
    private bool _reportedTheEnd;

    private SandboxServer(SandboxRun run)
    {
        Run = run;
        _app = new AppLink(run.Options.App, run.Options.AppKey);
        (_watch, _seller, _shop) = (new AppWatch(run, _app, _http), new SellerDesk(run, _app, _http), new ShopSender(run, _app, _http));
        (_pushes, _step) = (new PushSender(run, _http), new RunStep(run));
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

        server._loops = options.RunsByItself ? Task.WhenAll(server.StepLoopAsync(), server.LookLoopAsync(), server.HandOverLoopAsync()) : Task.CompletedTask;
        return server;
    }

    public void PointAtApp(Uri url, string key) => _app.PointAt(url, key);

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

    /// <summary>Has the shop of webhooks tell what is new, in a run that plays it.</summary>
    internal Task TellOfOrdersAsync() => Run.Options.Channels.Contains(Channel.Webhook) ? _shop.TellAsync(_life.Token) : Task.CompletedTask;

    /// <summary>Has the seller hand over what is due, in a run of channels.</summary>
    internal Task HandOverAsync() => Run.Options.PlaysChannels ? _seller.HandOverAsync(_life.Token) : Task.CompletedTask;

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
        // Messages take their own time; the next step does not wait for them.
        _ = StepAsync();
        _ = TellOfOrdersAsync();
        return Task.CompletedTask;
    });

    private Task LookLoopAsync() => EveryAsync(LookEvery, LookAtAppAsync);

    private Task HandOverLoopAsync() => EveryAsync(LookEvery, HandOverAsync);

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
