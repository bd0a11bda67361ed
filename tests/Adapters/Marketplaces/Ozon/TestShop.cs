using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>One shop, built from settings as the app builds it, with pauses a test can afford.</summary>
internal static class TestShop
{
    public const string ClientId = "4711";
    public const string Key = "5e4d-secret-key";

    public static ServiceProvider Build(
        Uri address, Dictionary<string, string?>? settings = null, TimeProvider? time = null, ILoggerProvider? logs = null, ICallBudget? budget = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["main:Kind"] = "ozon",
            ["main:ClientId"] = ClientId,
            ["main:ApiKey"] = Key,
            ["main:BaseUrl"] = address.AbsoluteUri,
            ["main:CallsPerSecond"] = "24",
            ["main:RetryPause"] = "00:00:00.001",
            ["main:BusyPause"] = "00:00:00.002",
        };
        foreach (var (name, value) in settings ?? [])
            all["main:" + name] = value;

        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
                logging.AddProvider(logs);
        });
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(budget ?? new BottomlessBudget());
        services.AddOzon(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        return services.BuildServiceProvider();
    }

    private sealed class BottomlessBudget : ICallBudget
    {
        public ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel) => new(new CallGrant(calls, TimeSpan.FromDays(1)));
    }
}
