using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Queues;
using ShipBy.Adapters.Storage;
using ShipBy.Application;
using ShipBy.Application.Alerts;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Intake;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Bench.Orders;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Bench.Product;

/// <summary>The use cases inside the local driver, whose real pump brings the rings. Timers are the caller's: each call is one tick.</summary>
/// <remarks>The driver serves the queue functions of the program it runs in; of this one, <c>ReserveStock</c>.</remarks>
internal sealed class DrivenGuard : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly QueueDiary _diary;

    private DrivenGuard(IHost host, QueueDiary diary, GeneratedMarketplace marketplace, FakeTimeProvider clock) =>
        (_host, _diary, Marketplace, Clock) = (host, diary, marketplace, clock);

    public GeneratedMarketplace Marketplace { get; }

    public FakeTimeProvider Clock { get; }

    /// <value>Requests so far, without the looks into an empty queue that nobody rang.</value>
    public (long Table, long Queue) Requests
    {
        get
        {
            var counter = _host.Services.GetRequiredService<StorageRequestCounter>();
            return (counter.Table, counter.Queue - _diary.IdleLooks);
        }
    }

    public static async Task<DrivenGuard> StartAsync(string connectionString)
    {
        foreach (var bell in Enum.GetValues<Bell>())
        {
            await new QueueServiceClient(connectionString).GetQueueClient(QueueDoorbell.NameOf(bell)).CreateIfNotExistsAsync();      // once in a deployment's life
        }

        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(
        [
            new("AzureWebJobsStorage", connectionString), new("FUNCTIONS_HTTP_PORT", "0"), new("FUNCTIONS_MASTER_KEY", "master"), new("FUNCTIONS_HOST_KEY", "host"),
            new("AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:00.1"),
            new("ShipBy:MorningPlanAt", ""), new("ShipBy:EveningReportAt", ""),        // once a day, however many orders
            .. Parts.BareApp.Functions.Select(name => new KeyValuePair<string, string?>($"AzureWebJobs.{name}.Disabled", "true")),
        ]);
        builder.Logging.ClearProviders();
        var (diary, marketplace, clock, channel) = (new QueueDiary(), new GeneratedMarketplace(), new FakeTimeProvider(SampleOrders.Noon.ToDateTimeOffset()), new FakeChannel());
        builder.Services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new MachineClock(TimeProvider.System))
            .AddGuardSettings(builder.Configuration)
            .AddGuard()
            .AddStorage(builder.Configuration)
            .AddSingleton<HttpPipelinePolicy>(diary)
            .AddSingleton<IMarketplace>(marketplace)
            .AddSingleton<IAlertChannel>(channel)
            .AddSingleton<ILetterWriter>(channel)
            .AddSingleton<ISelfWatch, NobodyWatches>();
        var host = builder.Build();
        await host.StartAsync();
        return new DrivenGuard(host, diary, marketplace, clock);
    }

    /// <summary>One tick of every timer, and whatever was rung, to its end.</summary>
    public async Task TickAsync()
    {
        await Get<PollOrders>().RunAsync(default);
        await Get<SweepDeadlines>().RunAsync(default);
        await Get<DeliverOutbox>().RunAsync(default);
        await _diary.QuietAsync(_host.Services.GetRequiredService<StorageRequestCounter>());
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
