using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application;
using ShipBy.Application.Alerts;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Desk;
using ShipBy.Application.Doorbell;
using ShipBy.Application.History;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Application.Stock;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.TestKit.Worlds;

/// <summary>The real use cases on the in-memory ledger, with a marketplace, a mail service and a clock that a test moves.</summary>
public sealed class World
{
    private readonly Lazy<IServiceProvider> _instance;

    public World(Action<GuardOptions>? set = null)
    {
        set?.Invoke(Options);
        _instance = new Lazy<IServiceProvider>(() => InstanceOn(Ledger));
    }

    public GuardOptions Options { get; } = new() { MailsPerLongWindow = 1_000 };

    public FakeTimeProvider Clock { get; } = new(Sample.Noon.ToDateTimeOffset());

    public InMemoryLedger Ledger { get; } = new();

    public InMemoryLedger History { get; } = new();

    public RecordingBells Bells { get; } = new();

    public FakeMarketplace Marketplace { get; } = new() { Present = { [Sample.Mug] = 100 } };

    public FakeChannel Channel { get; } = new();

    /// <value>The routes of the app where a test wants others than the one mail.</value>
    public AlertRoutes? Routes { get; set; }

    /// <value>Whether the app watches over itself; most tests move the clock in ways that no timer would survive.</value>
    public bool WatchesItself { get; set; }

    /// <value>Whether the settings name no shop yet.</value>
    public bool HasNoShop { get; set; }

    /// <value>Adds what only some deployments have.</value>
    public Action<IServiceCollection>? AddPorts { get; set; }

    public PollOrders Poll => Of<PollOrders>();

    public ReserveStock Reserve => Of<ReserveStock>();

    public SweepDeadlines Sweep => Of<SweepDeadlines>();

    public SendNotices Send => Of<SendNotices>();

    public IDesk Desk => Of<IDesk>();

    public Instant Now => Clock.Now();

    public T Of<T>()
        where T : notnull => _instance.Value.GetRequiredService<T>();

    /// <summary>An instance of the app of its own, on this ledger or on one that a test puts before it.</summary>
    /// <param name="history">Null: the world's own.</param>
    public IServiceProvider InstanceOn(ILedger ledger, ILedger? history = null) => Chosen()
        .AddSingleton(ledger)
        .AddSingleton(new HistoryStore(history ?? History))
        .AddSingleton(Options)
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton(new MachineClock(TimeProvider.System))
        .AddSingleton<IDoorbell>(Bells)
        .AddSingleton<IAlertChannel>(Channel)
        .AddSingleton<ILetterWriter>(Channel)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddGuard()
        .BuildServiceProvider();

    private ServiceCollection Chosen()
    {
        var services = new ServiceCollection();
        if (Routes is not null)
        {
            services.AddSingleton(Routes);
        }

        if (!WatchesItself)
        {
            services.AddSingleton<ISelfWatch, NobodyWatches>();
        }

        AddPorts?.Invoke(services);
        if (!HasNoShop)
        {
            services.AddSingleton<IMarketplace>(Marketplace);
        }

        return services;
    }

    public async Task<IReadOnlyDictionary<string, Order>> OrdersAsync() =>
        (await Ledger.OrdersAsync(Sample.Pool, default)).ToDictionary(order => order.Key.Number, order => order.Value.Order());

    public async Task<Order> OrderAsync(string number) => (await OrdersAsync())[number];

    public async Task<StockItem> StockAsync(Sku sku) =>
        ((LedgerRow.StockRow)(await Ledger.FindAsync(Sample.Pool, RowKey.Stock(sku), default))!.Row).Item;

    /// <summary>An order is due and its warning is decided, and nobody has sent it yet.</summary>
    public async Task DecideAWarningAsync()
    {
        Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(20) });
        await Poll.RunAsync(default);
        await Sweep.RunAsync(default);
    }

    public async Task<IReadOnlyList<(Notice Notice, string Version)>> OpenNoticesAsync() =>
        [.. (await Ledger.RangeAsync(Sample.Pool, KeyRange.OpenNotices, 100, default)).Select(stored => (((LedgerRow.NoticeRow)stored.Row).Notice, stored.Version))];

    /// <summary>How the mails that reached their end did so.</summary>
    public async Task<IEnumerable<NoticeState>> SaidAsync() =>
        (await Ledger.RangeAsync(Sample.Pool, KeyRange.SaidSince(Instant.FromUtc(2000, 1, 1, 0, 0)), 100, default)).Select(stored => ((LedgerRow.SaidRow)stored.Row).Notice.State);

    /// <summary>One round of everything, as the timers and queues would do it.</summary>
    public async Task RoundAsync()
    {
        await Poll.RunAsync(default);
        await Reserve.RunAsync(Sample.Pool, default);
        await Sweep.RunAsync(default);
        await Send.RunAsync(Sample.Pool, default);
    }

    public Task PassAsync(Duration time)
    {
        Clock.Advance(time.ToTimeSpan());
        return RoundAsync();
    }

    /// <summary>Bells that only remember.</summary>
    public sealed class RecordingBells : IDoorbell
    {
        public List<Bell> Rung { get; } = [];

        public Task RingAsync(Bell bell, PoolName pool, CancellationToken cancel)
        {
            Rung.Add(bell);
            return Task.CompletedTask;
        }
    }
}
