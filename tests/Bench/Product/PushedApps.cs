using System.Globalization;
using System.Text.Json;
using Azure.Storage.Queues;
using ShipBy.Adapters.Queues;
using ShipBy.Application.Doorbell;
using ShipBy.Bench.Parts;
using ShipBy.Bench.Storage;
using ShipBy.TestKit;

namespace ShipBy.Bench.Product;

/// <summary>The product's app and the bare one, on one storage and one marketplace, each started anew when it is its turn.</summary>
internal sealed class PushedApps(BenchStore store, SmallOzon ozon, RawStorage raw) : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<PushedApps> StartAsync()
    {
        var store = await BenchStore.StartAsync();
        return new PushedApps(store, await SmallOzon.StartAsync(), store.Raw());
    }

    /// <summary>The product, on empty tables.</summary>
    public async Task<AppProcess> ProductAsync()
    {
        await ClearAsync("ledger");
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}release", StringComparison.Ordinal) ? "release" : "debug";
        return await AppProcess.StartAsync(
            store.ConnectionString, ozon.Address, Path.Combine(RepositoryRoot.Folder, "artifacts", "bundled", "bin", "Functions", configuration, "ShipBy.Functions.dll"));
    }

    public async Task<AppProcess> BareAsync()
    {
        await ClearAsync(BareApp.Table);
        await new RawBatch(raw, BareApp.Table).Insert("main", "stock|1", BareApp.Row("stock")).SendAsync();
        return await AppProcess.StartAsync(store.ConnectionString, ozon.Address, typeof(PushedApps).Assembly.Location, "part", "bare-app");
    }

    /// <summary>When the storage last wrote each order's row, by its own clock, which is this machine's: the product's when it was held, the bare one's when its batch came in.</summary>
    /// <exception cref="TimeoutException">Not all of them were held.</exception>
    public Task<IReadOnlyDictionary<string, DateTimeOffset>> HeldAsync(AppKind app, int orders) => app switch
    {
        AppKind.Product => HeldAsync("ledger", "order|", "\"State\":\"Held\"", orders),
        AppKind.Bare => HeldAsync(BareApp.Table, "order|", "", orders),
        _ => throw new InvalidOperationException($"No step is written for {app}."),
    };

    public async ValueTask DisposeAsync()
    {
        raw.Dispose();
        await ozon.DisposeAsync();
        await store.DisposeAsync();
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> HeldAsync(string table, string prefix, string sign, int orders)
    {
        var until = DateTimeOffset.UtcNow + Patience;
        var path = $"{new Uri(raw.Root).AbsolutePath}/{table}()?$filter={Uri.EscapeDataString($"PartitionKey eq 'main' and RowKey ge '{prefix}' and RowKey lt '{prefix[..^1]}}}'")}";
        while (true)
        {
            using var page = JsonDocument.Parse((await raw.SendAsync(HttpMethod.Get, path)).Taken().Body);
            var held = page.RootElement.GetProperty("value").EnumerateArray()
                .Where(row => row.GetProperty("Body").GetString()!.Contains(sign, StringComparison.Ordinal))
                .ToDictionary(
                    row => row.GetProperty("RowKey").GetString()!.Split('|')[^1],
                    row => DateTimeOffset.Parse(row.GetProperty("Timestamp").GetString()!, CultureInfo.InvariantCulture));
            if (held.Count >= orders)
            {
                return held;
            }

            if (DateTimeOffset.UtcNow > until)
            {
                throw new TimeoutException($"{held.Count} of {orders} orders are held.");
            }

            await Task.Delay(LookEvery);
        }
    }

    private async Task ClearAsync(string table)
    {
        await store.ClearAsync();
        await raw.CreateTableAsync(table);
        var queues = new QueueServiceClient(store.ConnectionString);
        foreach (var queue in Enum.GetValues<Bell>().Select(QueueDoorbell.NameOf).Append(BareApp.Queue))
        {
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync();
        }
    }
}

internal enum AppKind
{
    Product,
    Bare,
}
