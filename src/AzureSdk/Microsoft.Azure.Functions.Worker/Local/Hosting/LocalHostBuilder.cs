using System.Net;
using System.Reflection;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Http;
using Microsoft.Azure.Functions.Worker.Local.Queues;
using Microsoft.Azure.Functions.Worker.Local.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>Puts the driver's parts beside the app's own services; what the app or a test has registered stays.</summary>
internal static class LocalHostBuilder
{
    public static LocalHost Build(WebApplicationBuilder builder)
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        services.TryAddSingleton(_ => new FunctionClasses(Assembly.GetEntryAssembly()!.GetExportedTypes()));
        services.TryAddSingleton(_ => HostJson.Read(AppContext.BaseDirectory, settings, builder.Environment.IsDevelopment()));
        services.TryAddSingleton(_ => HostIdentity.Of(settings["AzureFunctionsWebHost:hostid"], builder.Environment.ApplicationName));
        services.TryAddSingleton(provider => new StorageConnections(settings, provider.GetServices<HttpPipelinePolicy>()));
        services.TryAddSingleton<IMessageQueues, AzureQueues>();
        services.TryAddSingleton<ITimerStore, BlobTimerStore>();
        services.TryAddSingleton<ISingletonLock, BlobSingletonLock>();
        services.TryAddSingleton<QueueBell>();
        services.TryAddSingleton<KeyStore>();
        services.TryAddSingleton<FunctionInvoker>();
        Listen(builder);

        return new LocalHost(builder.Build());
    }

    /// <summary>Loopback only, unless <c>ASPNETCORE_URLS</c> says otherwise.</summary>
    private static void Listen(WebApplicationBuilder builder)
    {
        if (HttpPort.IsSet(builder.Configuration) || builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
        {
            builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, HttpPort.TryRead(builder.Configuration) ?? 0));
        }
    }
}
