using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Application.History;
using ShipBy.Application.Importing;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Importing;

/// <summary>Answers get lost, the ledger goes away, somebody stops it: nothing goes in twice, and the next run goes on.</summary>
public sealed class DisturbedOrdersTests
{
    private static readonly Shop Tea = new("tea", "file", Sample.Pool);

    private static readonly FileOrder[] File = [.. Enumerable.Range(1, 150).Select(i => ImportOrdersTests.Told($"P-{i}", hour: 0, line: i + 1))];

    private readonly World _world = new() { AddPorts = services => services.AddSingleton(Tea) };

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    [InlineData(true, 5)]
    [InlineData(false, 6)]
    public async Task ALostAnswer_IsAskedFor_AndWhatWasDoneIsSaid(bool tookEffect, int lost)
    {
        var import = await RunAsync(async (commit, make) =>
        {
            if (commit != lost)
            {
                return await make();
            }

            await (tookEffect ? make() : Task.CompletedTask);
            throw Silence();
        });

        Assert.Equal((ImportEnd.Whole, 150), (import.End, import.Orders.Count(order => order.Fate == OrderFate.New)));
        Assert.Equal(150, (await _world.OrdersAsync()).Count);
    }

    [Fact]
    public async Task ALedgerThatGoesAway_LeavesTheRest_AndTheNextRunGoesOnThere()
    {
        var import = await RunAsync((commit, make) => commit > 5 ? throw Silence() : make());

        Assert.Equal((ImportEnd.NoAnswer, 100, 50), (import.End, import.Orders.Count, import.Left.Count));

        var next = await RunAsync((_, make) => make());

        Assert.Equal((ImportEnd.Whole, 150), (next.End, (await _world.OrdersAsync()).Count));
        Assert.Equal(File.Select(order => order.Lines[0]), next.Orders.Select(order => order.Told.Lines[0]));
        Assert.All(next.Orders.Take(100), order => Assert.Equal(OrderFate.Unchanged, order.Fate));
    }

    [Fact]
    public async Task Stopped_ItSaysHowFarItCame()
    {
        using var stop = new CancellationTokenSource();
        var import = await RunAsync(
            async (commit, make) =>
            {
                var outcome = await make();
                await (commit == 6 ? stop.CancelAsync() : Task.CompletedTask);
                stop.Token.ThrowIfCancellationRequested();
                return outcome;
            },
            stop.Token);

        Assert.Equal((ImportEnd.Stopped, 100, 50), (import.End, import.Orders.Count, import.Left.Count));
    }

    /// <param name="at">Gets the number of the commit of orders from 1.</param>
    private async Task<OrderImport> RunAsync(Func<int, Func<Task<CommitOutcome>>, Task<CommitOutcome>> at, CancellationToken cancel = default)
    {
        var (ledger, machine) = (new Disturbed(_world.Ledger, at), new FakeTimeProvider(Sample.Noon.ToDateTimeOffset()));
        var app = _world.InstanceOn(ledger);
        var import = new ImportOrders(
            ledger, app.GetRequiredService<PastOrders>(), app.GetRequiredService<TakePostings>(), app.GetRequiredService<GuardedSince>(), app.GetRequiredService<Ladder>(), _world.Clock, new MachineClock(machine), new Random(1));

        return await Counting.PassAsync(machine, import.RunAsync(Tea, File, new ImportOrdersTests.Progress(), cancel));
    }

    private static LedgerUnreachableException Silence() => new("the test says so", new IOException());

    private sealed class Disturbed(ILedger inner, Func<int, Func<Task<CommitOutcome>>, Task<CommitOutcome>> at) : ILedger
    {
        private int _commits;

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => commit.Changes.Any(change => change is RowChange.Insert(OrderRow))
            ? at(++_commits, () => inner.TryCommitAsync(pool, commit, cancel))
            : inner.TryCommitAsync(pool, commit, cancel);
    }
}
