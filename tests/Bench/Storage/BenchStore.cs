using Azure.Data.Tables;
using Azure.Storage.Queues;
using ShipBy.TestKit.Storage;

namespace ShipBy.Bench.Storage;

/// <summary>An Azurite of our own, in memory, as new for each figure.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private readonly AzuriteFixture _azurite = new();

    private BenchStore()
    {
    }

    public string ConnectionString => _azurite.ConnectionString;

    public static async Task<BenchStore> StartAsync()
    {
        var store = new BenchStore();
        await store._azurite.InitializeAsync();
        return store;
    }

    public RawStorage Raw() => new(_azurite.TableEndpoint, KeyOf(ConnectionString));

    /// <summary>Takes every table away and empties every queue: the emulator reads whole tables, so what an earlier round left would slow the next.</summary>
    public async Task ClearAsync()
    {
        var tables = new TableServiceClient(ConnectionString);
        await foreach (var table in tables.QueryAsync())
        {
            await tables.DeleteTableAsync(table.Name);
        }

        var queues = new QueueServiceClient(ConnectionString);
        await foreach (var queue in queues.GetQueuesAsync())
        {
            await queues.GetQueueClient(queue.Name).ClearMessagesAsync();
        }
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    public static string KeyOf(string connectionString) => PartOf(connectionString, "AccountKey");

    public static Uri TablesOf(string connectionString) => new(new Uri(PartOf(connectionString, "TableEndpoint")).GetLeftPart(UriPartial.Authority));

    private static string PartOf(string connectionString, string name) =>
        connectionString.Split(';').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
}
