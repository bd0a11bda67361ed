using Microsoft.Extensions.Logging;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
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
    private readonly SilentFor _ledger;
    private readonly FakeMarketplace _other = new() { Shop = new Shop("other", "fake", Silent) };

    public SilentLedgerTests() => _ledger = new SilentFor(Silent, _world.Ledger);

    [Fact]
    public async Task ASweep_SaysOneLine_AndSweepsTheOtherPools()
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + NodaTime.Duration.FromHours(20) });
        await _world.Poll.RunAsync(default);

        await new SweepDeadlines(_ledger, Pools, _world.Bells, _world.Ladder, _world.MailIds, _world.Options, _world.Clock, _lines.For<SweepDeadlines>()).RunAsync(default);

        Assert.Equal(1, _lines.Warnings);
        Assert.Single(await _world.OpenMailsAsync());
    }

    [Fact]
    public async Task TheOutbox_SaysOneLine_AndDeliversForTheOtherPools()
    {
        await _world.DecideAWarningAsync();
        var journal = new MailJournal(_ledger, _world.Clock, _lines.For<MailJournal>());
        var resume = new ResumeMails(_ledger, _world.Channel, _world.Channel, journal, _world.Options, _world.Clock);
        var send = new SendMails(_ledger, _world.Channel, _world.Channel, resume, new MailBudget(new WindowBudget(_ledger), _world.Options), journal, _world.Options, _world.Clock);

        await new DeliverOutbox(Pools, _ledger, send, _world.Bells, _lines.For<DeliverOutbox>()).RunAsync(default);

        Assert.Equal(1, _lines.Warnings);
        Assert.Single(_world.Channel.Accepted);
    }

    [Fact]
    public async Task APoll_SaysOneLine_AndPollsTheOtherShops()
    {
        _world.Marketplace.Show(Sample.Posting);
        var take = new TakePostings(_ledger, _world.Bells, _world.Ladder, _world.MailIds, _world.Options, _world.Clock, _lines.For<TakePostings>());
        var tell = new TellProblem(_ledger, _world.Bells, _world.MailIds, _world.Options, _world.Clock);

        await new PollOrders([_other, _world.Marketplace], _ledger, take, tell, _world.Options, _world.Clock, _lines.For<PollOrders>()).RunAsync(default);

        Assert.Equal(1, _lines.Warnings);
        Assert.Single(await _world.OrdersAsync());
    }

    private Pools Pools => new([_other, _world.Marketplace]);

    private sealed class SilentFor(PoolName silent, ILedger inner) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => Speaks(pool).RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => Speaks(pool).FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => Speaks(pool).TryCommitAsync(pool, commit, cancel);

        private ILedger Speaks(PoolName pool) => pool == silent ? throw new LedgerUnreachableException("the test says so", new IOException()) : inner;
    }

    /// <summary>Counts what is said at warning or worse.</summary>
    private sealed class LineCount : ILogger
    {
        public int Warnings { get; private set; }

        public ILogger<T> For<T>() => new Named<T>(this);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Warnings += logLevel >= LogLevel.Warning ? 1 : 0;

        private sealed class Named<T>(LineCount owner) : ILogger<T>
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                owner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
