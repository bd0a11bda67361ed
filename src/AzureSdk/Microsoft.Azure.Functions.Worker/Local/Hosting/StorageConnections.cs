using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>Opens storage by the name of a setting. Each <see cref="HttpPipelinePolicy"/> of the app sees every try of every request.</summary>
internal sealed class StorageConnections(IConfiguration settings, IEnumerable<HttpPipelinePolicy> policies)
{
    public const string Default = "AzureWebJobsStorage";

    public QueueClient Queue(string name, string? connection) => new(Text(connection), name, With(new QueueClientOptions()));

    /// <summary>The host's own container: locks, timers, keys.</summary>
    /// <param name="patience">How long a single try may last, without a second one; null means what the storage package has.</param>
    public BlobContainerClient HostContainer(TimeSpan? patience = null)
    {
        var options = With(new BlobClientOptions());
        if (patience is { } limit)
        {
            (options.Retry.NetworkTimeout, options.Retry.MaxRetries) = (limit, 0);
        }

        return new BlobContainerClient(Text(null), "azure-webjobs-hosts", options);
    }

    private string Text(string? connection)
    {
        var name = connection ?? Default;
        if ((settings[name] ?? settings.GetConnectionString(name)) is { Length: > 0 } text)
        {
            return text;
        }

        throw new HostRefusedException(settings.GetSection(name).GetChildren().Any()
            ? $"The setting '{name}' names an identity; on one's own machine a connection string is needed."
            : $"The setting '{name}' is missing; it must be a connection string of the storage account.");
    }

    private T With<T>(T options)
        where T : ClientOptions
    {
        foreach (var policy in policies)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
