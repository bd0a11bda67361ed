using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Tests.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>What is told and what is written down about it stand in one commit; and what a quiet hour asks for.</summary>
public sealed class TwoInstancesTests
{
    private readonly World _world = Watching.World();

    public TwoInstancesTests() => _world.Marketplace.KeyExpires = _world.Now + Duration.FromDays(2);

    [Fact]
    public async Task TwoInstancesAtOnce_TellOnce()
    {
        var instances = Enumerable.Range(0, 4).Select(_ => _world.InstanceOn(new HastyLedger(_world.Ledger)).GetRequiredService<ISelfWatch>()).ToList();

        await Task.WhenAll(instances.Select(watch => watch.RunAsync(Trigger.DeliverOutbox, default)));

        Assert.Single((await _world.OpenNoticesAsync()).SelectMany(open => open.Notice.Operational));
    }

    [Fact]
    public async Task WhoeverWritesBetweenTheLookAndTheTelling_LosesNoAlert()
    {
        var others = _world.InstanceOn(_world.Ledger).GetRequiredService<ISelfWatch>();
        var overtaken = new OvertakenLedger(_world.Ledger, () => others.RunAsync(Trigger.DeliverOutbox, default));

        await _world.InstanceOn(overtaken).GetRequiredService<ISelfWatch>().RunAsync(Trigger.DeliverOutbox, default);

        Assert.Single((await _world.OpenNoticesAsync()).SelectMany(open => open.Notice.Operational));
    }

    [Fact]
    public async Task AnInstanceThatDiesOverIt_HasToldNothing_AndTheNextOneDoes()
    {
        var dying = _world.InstanceOn(new DyingLedger(_world.Ledger, commitsBefore: 1));       // it may say that it is at the checks, and no more
        await dying.GetRequiredService<ISelfWatch>().RunAsync(Trigger.DeliverOutbox, default);
        Assert.Empty(await _world.OpenNoticesAsync());

        await _world.MinutesAsync(11);      // what it had claimed is free again after ten
        Assert.Equal(["KeyExpiring shop"], _world.Told());
    }

    [Fact]
    public async Task AQuietMinute_AsksNothing_AndAPassTwiceAtMost()
    {
        _world.Marketplace.KeyExpires = null;
        await _world.MinutesAsync(1);
        var counting = new CountingLedger(_world.Ledger);
        var app = _world.InstanceOn(counting);
        var watch = app.GetRequiredService<ISelfWatch>();

        // A pass of a timer's own: one range. Its sign of life is fresh, so nothing is written.
        Assert.Equal((1, 0), await counting.CountAsync(() => watch.RunAsync(Trigger.SweepDeadlines, default)));
        Assert.Equal((0, 0), await counting.CountAsync(() => watch.RunAsync(Trigger.SweepDeadlines, default)));
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((1, 1), await counting.CountAsync(() => watch.RunAsync(Trigger.SweepDeadlines, default)));

        // The outbox also asks for due rows and for open notices.
        Assert.Equal((3, 1), await counting.CountAsync(() => watch.RunAsync(Trigger.DeliverOutbox, default)));
        Assert.Equal((0, 0), await counting.CountAsync(() => watch.RunAsync(Trigger.DeliverOutbox, default)));
    }

    [Fact]
    public async Task AQuietDay_CostsAFewCentsAMonth()
    {
        _world.Marketplace.KeyExpires = null;
        await _world.MinutesAsync(1);
        var counting = new CountingLedger(_world.Ledger);
        var watch = _world.InstanceOn(counting).GetRequiredService<ISelfWatch>();
        await counting.CountAsync(async () =>
        {
            for (var minute = 0; minute < 24 * 60; minute++)
            {
                _world.Clock.Advance(TimeSpan.FromMinutes(1));
                await watch.RunAsync(Trigger.PollOrders, default);
                await watch.RunAsync(Trigger.SweepDeadlines, default);
                await watch.RunAsync(Trigger.DeliverOutbox, default);
            }
        });

        Assert.Empty(await _world.OpenNoticesAsync());
        Assert.InRange(counting.Reads + counting.Commits, 288 * 8, 288 * 8 + 200);     // two for each of three timers and two more, 288 times; hourly and daily ones on top
    }

    /// <summary>Gives way before each commit, so that all have looked before one writes.</summary>
    private sealed class HastyLedger(ILedger inner) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.TryCommitAsync(pool, commit, cancel);
        }
    }

    /// <summary>Its second commit, the one that tells, comes after somebody else's.</summary>
    private sealed class OvertakenLedger(ILedger inner, Func<Task> faster) : ILedger
    {
        private int _commits;

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            if (++_commits == 2)
            {
                await faster();
            }

            return await inner.TryCommitAsync(pool, commit, cancel);
        }
    }

    private sealed class DyingLedger(ILedger inner, int commitsBefore) : ILedger
    {
        private int _commits;

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => ++_commits > commitsBefore
            ? throw new LedgerUnreachableException("the test says so", new IOException())
            : inner.TryCommitAsync(pool, commit, cancel);
    }
}
