using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShipBy.AzureSdk.Tests.Worker.Fakes;
using ShipBy.AzureSdk.Tests.Worker.SampleApp;

namespace ShipBy.AzureSdk.Tests.Worker;

/// <summary>The sample app, or parts of it, under the driver, on a free port.</summary>
internal sealed class DriverApp : IAsyncDisposable
{
    public const string MasterKey = "master";
    public const string HostKey = "host";

    private DriverApp(IHost host) => Host = host;

    public IHost Host { get; }

    public Diary Diary => Host.Services.GetRequiredService<Diary>();

    public LogBook Log => Host.Services.GetRequiredService<LogBook>();

    public HttpClient Http { get; } = new();

    public static DriverApp Build(
        IReadOnlyList<Type> classes, IEnumerable<(string Name, string? Value)> settings, Action<FunctionsApplicationBuilder>? change = null)
    {
        var builder = FunctionsApplication.CreateBuilder([]).ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(
        [
            new("FUNCTIONS_HTTP_PORT", "0"), new("FUNCTIONS_MASTER_KEY", MasterKey), new("FUNCTIONS_HOST_KEY", HostKey),
            new("AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:00.2"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Diary>();
        builder.Services.AddSingleton<LogBook>();
        builder.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<LogBook>());
        builder.Services.AddSingleton(new FunctionClasses(classes));
        change?.Invoke(builder);

        return new DriverApp(builder.Build());
    }

    public static async Task<DriverApp> StartAsync(
        IReadOnlyList<Type> classes, IEnumerable<(string Name, string? Value)> settings, Action<FunctionsApplicationBuilder>? change = null)
    {
        var app = Build(classes, settings, change);
        await app.Host.StartAsync(TestContext.Current.CancellationToken);
        if (app.Log.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }

        var addresses = app.Host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        app.Http.BaseAddress = new Uri(addresses.First());

        return app;
    }

    /// <summary>Runs as a program does, until something ends it.</summary>
    public async Task RunAsync()
    {
        await Host.StartAsync(TestContext.Current.CancellationToken);
        await Host.WaitForShutdownAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Log.Lines));
        await Host.StopAsync();
        await ((IAsyncDisposable)Host).DisposeAsync();
    }
}
