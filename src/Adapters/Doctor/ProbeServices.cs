using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Doctor;

/// <summary>The probes that know a technology.</summary>
public static class ProbeServices
{
    private const string Page = "page";

    private const int LongestPage = 512 * 1024;

    /// <summary>Adds what can be looked at whatever else is set: the storage and the schedules.</summary>
    public static IServiceCollection AddStorageProbes(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton<IProbe, LedgerProbe>()
        .AddSingleton<IProbe, QueuesProbe>()
        .AddSingleton<IProbe>(provider => new SchedulesProbe(settings, provider.GetRequiredService<GuardOptions>(), provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds what needs sound alert settings. Asks for <c>AddAlerts</c>.</summary>
    public static IServiceCollection AddChannelProbes(this IServiceCollection services)
    {
        services.AddHttpClient(Page, http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), LongestPage)).RemoveAllLoggers();
        return services
            .AddSingleton<IProbe>(provider => new MailProbe(
                provider.GetRequiredService<IOptions<AlertOptions>>(), provider.GetRequiredService<IOptions<ChatReading>>(), provider.GetRequiredService<GuardOptions>()))
            .AddSingleton<IProbe>(provider => new AddressProbe(provider.GetRequiredService<IHttpClientFactory>().CreateClient(Page), provider.GetRequiredService<GuardOptions>()));
    }
}
