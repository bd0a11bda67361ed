using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Storage;
using ShipBy.Application;
using ShipBy.Application.Alerts;
using ShipBy.Application.Deadlines;
using ShipBy.Application.History;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Application.Stock;
using ShipBy.Bench.Orders;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Bench.Product;

/// <summary>The product as its own wiring builds it, on a real storage or on a ledger that is handed in.</summary>
internal sealed class Guard : IAsyncDisposable
{
    private const int MostRows = 1_000_000;
    private const int MostRings = 100;

    private readonly ServiceProvider _services;

    private Guard(ServiceProvider services, GeneratedMarketplace marketplace, FakeTimeProvider clock) =>
        (_services, Marketplace, Clock) = (services, marketplace, clock);

    public GeneratedMarketplace Marketplace { get; }

    /// <value>The business clock. It stands still until it is moved, so that rows have the same keys in every round.</value>
    public FakeTimeProvider Clock { get; }

    public ILedger Ledger => Get<ILedger>();

    public StorageRequestCounter Requests => Get<StorageRequestCounter>();

    public static Guard On(string connectionString, Action<IServiceCollection>? change = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)]).Build();
        return Build(configuration, services =>
        {
            services.AddStorage(configuration);
            change?.Invoke(services);
        });
    }

    /// <param name="change">Adds the ports to storage, and whatever else.</param>
    /// <param name="clock">Null for one that begins at noon; it stands in for the machine's clock too where it is given.</param>
    public static Guard Build(IConfiguration configuration, Action<IServiceCollection> change, FakeTimeProvider? clock = null)
    {
        var machine = new MachineClock(clock ?? TimeProvider.System);
        clock ??= new FakeTimeProvider(SampleOrders.Noon.ToDateTimeOffset());
        var (marketplace, channel) = (new GeneratedMarketplace(), new FakeChannel());
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(machine)
            .AddGuardSettings(configuration)
            .AddGuard()
            .AddSingleton<IMarketplace>(marketplace)
            .AddSingleton<IAlertChannel>(channel)
            .AddSingleton<ILetterWriter>(channel)
            .AddSingleton<ISelfWatch, NobodyWatches>();        // costs the same however many orders there are: a figure of its own
        change(services);
        services.TryAddSingleton(new HistoryStore(new InMemoryLedger()));
        return new Guard(services.BuildServiceProvider(), marketplace, clock);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task PollAsync() => Get<PollOrders>().RunAsync(default);

    public Task SweepAsync() => Get<SweepDeadlines>().RunAsync(default);

    /// <summary>Rings until nobody is pending, as the sweep would.</summary>
    /// <returns>How many rings that took.</returns>
    /// <exception cref="InvalidOperationException">Orders stay pending however often it rings.</exception>
    public async Task<int> ReserveAllAsync()
    {
        for (var ring = 1; ring <= MostRings; ring++)
        {
            await Get<ReserveStock>().RunAsync(SampleOrders.Pool, default);
            if ((await Ledger.RangeAsync(SampleOrders.Pool, KeyRange.Pending, 1, default)).Count == 0)
            {
                return ring;
            }
        }

        throw new InvalidOperationException("Orders stay pending.");
    }

    /// <summary>The state of every order, by number.</summary>
    public async Task<IReadOnlyDictionary<string, Order>> OrdersAsync() => (await Ledger.RangeAsync(SampleOrders.Pool, KeyRange.Orders, MostRows, default))
        .Select(stored => stored.Order()).ToDictionary(order => order.Key.Number);

    public async Task OpenStockAsync(int onHand = 1_000_000)
    {
        foreach (var skus in SampleOrders.Skus.Chunk(CommitSet.MaxRows))
        {
            await Ledger.TryCommitAsync(
                SampleOrders.Pool, new CommitSet().With([.. skus.Select(sku => new RowChange.Insert(new LedgerRow.StockRow(new StockItem(sku, onHand, Held: 0))))]), default);
        }
    }

    /// <summary>Shows the postings and takes them in: afterwards they wait for their stock.</summary>
    public async Task TakeAsync(int first, int count)
    {
        (Marketplace.First, Marketplace.Count) = (first, count);
        await PollAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
