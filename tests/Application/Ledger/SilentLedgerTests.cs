using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Application.Alerts;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Doorbell;
using ShipBy.Application.History;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Ledger;

/// <summary>A ledger that gives no answer costs a timer one line in the log; other pools and the next run go on.</summary>
public sealed class SilentLedgerTests
{
    private static readonly PoolName Silent = PoolName.Parse("a-silent-pool");

    private readonly World _world = new();
    private readonly LineCount _lines = new();
    private readonly IServiceProvider _app;

    public SilentLedgerTests() => _app = new ServiceCollection()
        .AddSingleton<ILedger>(new SilentFor(Silent, _world.Ledger))
        .AddSingleton(new HistoryStore(new InMemoryLedger()))
        .AddSingleton(_world.Options)
        .AddSingleton<TimeProvider>(_world.Clock)
        .AddSingleton(new MachineClock(TimeProvider.System))
        .AddSingleton(new HistoryStore(_world.History))
        .AddSingleton<IDoorbell>(_world.Bells)
        .AddSingleton<IMarketplace>(new FakeMarketplace { Shop = new Shop("other", "fake", Silent) })
        .AddSingleton<IMarketplace>(_world.Marketplace)
        .AddSingleton<IAlertChannel>(_world.Channel)
        .AddSingleton<ILetterWriter>(_world.Channel)
        .AddSingleton(_lines)
        .AddSingleton(typeof(ILogger<>), typeof(Counting<>))
        .AddGuard()
        .BuildServiceProvider();

    [Fact]
    public async Task ASweep_SaysOneLine_AndSweepsTheOtherPools()
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + NodaTime.Duration.FromHours(20) });
        await _world.Poll.RunAsync(default);

        await _app.GetRequiredService<SweepDeadlines>().RunAsync(default);

        Assert.Equal(1, _lines.Warnings);
        Assert.Single(await _world.OpenNoticesAsync());
    }

    [Fact]
    public async Task TheOutbox_SaysOneLine_AndDeliversForTheOtherPools()
    {
        await _world.DecideAWarningAsync();

        await _app.GetRequiredService<DeliverOutbox>().RunAsync(default);

        Assert.Equal(1, _lines.Warnings);
        Assert.Single(_world.Channel.Accepted);
    }

    [Fact]
    public async Task APoll_SaysOneLine_AndPollsTheOtherShops()
    {
        _world.Marketplace.Show(Sample.Posting);

        await _app.GetRequiredService<PollOrders>().RunAsync(default);

        Assert.Equal(1, _lines.Warnings);
        Assert.Single(await _world.OrdersAsync());
    }

    private sealed class SilentFor(PoolName silent, ILedger inner) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => Speaks(pool).RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => Speaks(pool).FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => Speaks(pool).TryCommitAsync(pool, commit, cancel);

        private ILedger Speaks(PoolName pool) => pool == silent ? throw new LedgerUnreachableException("the test says so", new IOException()) : inner;
    }

    private sealed class LineCount
    {
        public int Warnings { get; set; }
    }

    /// <summary>Counts what is said at warning or worse.</summary>
    private sealed class Counting<T>(LineCount lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Warnings += logLevel >= LogLevel.Warning ? 1 : 0;
    }
}
