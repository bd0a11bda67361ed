using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>The local driver as a host: serves the app's functions from start to stop.</summary>
/// <remarks>A start that is refused is logged in one line, sets the exit code to 1 and stops the app; it does not throw.</remarks>
internal sealed class LocalHost(WebApplication site) : IHost, IAsyncDisposable
{
    private readonly DriverLife _life = new();
    private readonly ILogger _log = site.Services.GetRequiredService<ILogger<LocalHost>>();
    private Task _listening = Task.CompletedTask;

    public IServiceProvider Services => site.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var listeners = await PrepareAsync(cancellationToken);
            await site.StartAsync(cancellationToken);
            site.Lifetime.ApplicationStopping.Register(_life.Stop);
            _listening = Task.WhenAll(listeners.Select(listener => Task.Run(() => ListenAsync(listener))));
            _life.Ready = true;
            await AddressFile.WriteAsync(site.Configuration, site.Urls, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            DriverLog.Refused(_log, e is HostRefusedException or IOException or OptionsValidationException ? e.Message : e.ToString());
            Environment.ExitCode = 1;
            site.Lifetime.StopApplication();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        var limit = site.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(limit);
        _life.Stop();
        try
        {
            await _listening.WaitAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            DriverLog.CutShort(_log, Services.GetRequiredService<FunctionInvoker>().Outstanding);
            _life.Cut();
        }

        await site.StopAsync(soon.Token);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        _life.Dispose();
    }

    /// <summary>Finds and checks everything before anything runs.</summary>
    private async Task<IReadOnlyList<IFunctionListener>> PrepareAsync(CancellationToken cancel)
    {
        RefuseInAzure(site.Configuration);
        HttpPort.Check(site.Configuration);
        var hostJson = Services.GetRequiredService<HostJson>();
        var invoker = Services.GetRequiredService<FunctionInvoker>();
        var entries = FunctionIndex.Read(Services.GetRequiredService<FunctionClasses>().Types);
        var plan = ActivatorUtilities.CreateInstance<ListenerPlan>(Services);
        var listeners = entries.Where(entry => !IsDisabled(entry)).Select(plan.ListenerOf).OfType<IFunctionListener>().ToList();
        var keys = await Services.GetRequiredService<KeyStore>().ReadAsync(cancel);
        var clock = Services.GetRequiredService<MachineClock>().Time;

        site.Use((http, next) => HttpSite.AnswerInPlaceAsync(http, next, _life));
        HttpSite.MapAdmin(site, keys, _life, invoker);
        HttpSite.Map(
            site,
            entries.Where(entry => entry.Trigger is HttpTriggerAttribute)
                .Select(entry => (entry, new HttpFunction(entry, IsDisabled(entry), keys, invoker, _life, clock, _log))),
            hostJson.RoutePrefix);
        DriverLog.Serving(_log, entries.Count, string.Join(", ", entries.Select(entry => entry.Name)));

        return listeners;
    }

    /// <summary>A host whose timer or queue has fallen silent is worse than one that is gone: that one is started again.</summary>
    private async Task ListenAsync(IFunctionListener listener)
    {
        try
        {
            await listener.RunAsync(_life);
        }
        catch (Exception e)
        {
            DriverLog.ListenerDied(_log, e, listener.Name);
            Environment.ExitCode = 1;
            site.Lifetime.StopApplication();
        }
    }

    private static void RefuseInAzure(IConfiguration settings)
    {
        if (settings["WEBSITE_SITE_NAME"] is not null)
        {
            throw new HostRefusedException("This build is for one's own machine. For Azure, publish with -p:AzureSdk=official.");
        }
    }

    private bool IsDisabled(FunctionEntry entry) => site.Configuration.IsDisabled(entry.Name);
}
