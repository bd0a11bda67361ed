using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Clocks;
using ShipBy.Adapters.Queues;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Doorbell;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.SelfWatch.Checks;

namespace ShipBy.Adapters.Storage;

/// <summary>Wires the ledger and the doorbell to the storage account that the host uses too.</summary>
public static class StorageServices
{
    private const string Setting = "AzureWebJobsStorage";

    private const string LedgerTable = "ledger";

    private const string HistoryTable = "history";

    /// <value>A request that is never answered must not hold up a poll: the library's own patience is 100 s. The service itself ends a query after 5 s.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <remarks>A connection string, or an account name with the app's own identity, as the host reads the same settings.</remarks>
    /// <exception cref="InvalidOperationException">Neither is set.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var requests = new StorageRequestCounter();
        var clock = new ClockReadingPolicy(new AnswerClock("storage"));
        var tableOptions = new TableClientOptions();
        tableOptions.Retry.NetworkTimeout = Patience;
        tableOptions.AddPolicy(requests, HttpPipelinePosition.PerRetry);
        tableOptions.AddPolicy(clock, HttpPipelinePosition.PerRetry);
        var queueOptions = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        queueOptions.Retry.NetworkTimeout = Patience;
        queueOptions.AddPolicy(requests, HttpPipelinePosition.PerRetry);
        var (tables, queues) = Clients(configuration, tableOptions, queueOptions);
        requests.KnowServices(tables.Uri, queues.Uri);

        return services
            .AddSingleton(requests)
            .AddSingleton<HttpPipelinePolicy>(requests)         // a host in this process counts its polling and its leases too
            .AddSingleton<ILedger>(new TableLedger(tables.GetTableClient(LedgerTable)))
            .AddSingleton(new HistoryStore(new TableLedger(tables.GetTableClient(HistoryTable))))
            .AddSingleton(queues)
            .AddSingleton(provider => clock.Beside(provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IQueuePeek>(new QueuePeek(queues))
            .AddSingleton<ISelfCheck, QueueCheck>()
            .AddSingleton<IDoorbell>(provider => new QueueDoorbell(queues, provider.GetRequiredService<ILogger<QueueDoorbell>>()));
    }

    private static (TableServiceClient Tables, QueueServiceClient Queues) Clients(
        IConfiguration configuration, TableClientOptions tableOptions, QueueClientOptions queueOptions)
    {
        if (configuration[Setting] is { Length: > 0 } connection)
        {
            return (new TableServiceClient(connection, tableOptions), new QueueServiceClient(connection, queueOptions));
        }

        if (configuration[$"{Setting}:accountName"] is { Length: > 0 } account)
        {
            var identity = new DefaultAzureCredential();
            return (
                new TableServiceClient(new Uri($"https://{account}.table.core.windows.net"), identity, tableOptions),
                new QueueServiceClient(new Uri($"https://{account}.queue.core.windows.net"), identity, queueOptions));
        }

        throw new InvalidOperationException($"{Setting} is missing: set it to the connection string of a storage account, or set {Setting}__accountName.");
    }
}
