using Microsoft.Extensions.Time.Testing;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Application.Tests.Ledger;

/// <summary>Two instances and one pool: they take turns, and who lost the turn is refused by the ledger, whatever the clocks say.</summary>
public sealed class PoolLeaseTests
{
    private readonly InMemoryLedger _ledger = new();
    private readonly FakeTimeProvider _machine = new(Sample.Noon.ToDateTimeOffset());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AHolderWhoPausedBeyondItsLease_IsRefused_ThoughNobodyTouchedItsRows()
    {
        await using var paused = await Instance(1).EnterAsync(Sample.Pool, Cancel);
        await paused.WaitAsync(Cancel);
        Assert.True((await paused.TryCommitAsync(Writing("A"), more: true, Cancel)).IsCommitted);

        _machine.Advance(PoolLease.Length.ToTimeSpan());
        await using (var next = await Instance(2).EnterAsync(Sample.Pool, Cancel))
        {
            Assert.True(await next.WaitAsync(Cancel));
            Assert.True((await next.TryCommitAsync(Writing("B"), more: false, Cancel)).IsCommitted);
        }

        Assert.False((await paused.TryCommitAsync(Writing("C"), more: false, Cancel)).IsCommitted);
        Assert.Null(await _ledger.FindAsync(Sample.Pool, RowKey.Stock(Sku.Parse("C")), Cancel));
    }

    [Fact]
    public async Task WhileOneGoesOn_TheOtherWaits_AndThenHasItsTurn()
    {
        var one = await Instance(1).EnterAsync(Sample.Pool, Cancel);
        await one.WaitAsync(Cancel);
        await one.TryCommitAsync(Writing("A"), more: true, Cancel);

        await using var other = await Instance(2).EnterAsync(Sample.Pool, Cancel);
        var waiting = other.WaitAsync(Cancel);
        _machine.Advance(TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);

        await one.DisposeAsync();       // gives back what its last commit kept
        await PassAsync(waiting);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task ADeadHoldersLease_EndsByItself()
    {
        var dead = await Instance(1).EnterAsync(Sample.Pool, Cancel);
        await dead.WaitAsync(Cancel);
        await dead.TryCommitAsync(Writing("A"), more: true, Cancel);

        await using var next = await Instance(2).EnterAsync(Sample.Pool, Cancel);
        var waiting = next.WaitAsync(Cancel);
        await PassAsync(waiting);

        Assert.True(await waiting);
        Assert.True(_machine.Now() - Sample.Noon >= PoolLease.Length);
    }

    [Fact]
    public async Task AHolderWhoNeverEnds_IsLeftToALaterRun()
    {
        await _ledger.TryCommitAsync(
            Sample.Pool, new CommitSet().With(new RowChange.Insert(new LedgerRow.LeaseRow(1, 1, Sample.Noon + NodaTime.Duration.FromDays(1)))), Cancel);

        await using var other = await Instance(2).EnterAsync(Sample.Pool, Cancel);
        var waiting = other.WaitAsync(Cancel);
        await PassAsync(waiting);

        Assert.False(await waiting);
    }

    [Fact]
    public async Task InOneInstance_TheSecondEntersWhenTheFirstHasLeft()
    {
        var lease = Instance(1);
        var first = await lease.EnterAsync(Sample.Pool, Cancel);

        var second = lease.EnterAsync(Sample.Pool, Cancel);
        var elsewhere = lease.EnterAsync(PoolName.Parse("other"), Cancel);

        Assert.True(elsewhere.IsCompleted);
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    private PoolLease Instance(int seed) => new(_ledger, new MachineClock(_machine), new Random(seed));

    private static CommitSet Writing(string sku) => new CommitSet().With(new RowChange.Insert(Sample.StockRow(sku)));

    /// <summary>Lets machine time go by until somebody's wait has ended.</summary>
    private async Task PassAsync(Task waiting)
    {
        while (!waiting.IsCompleted)
        {
            _machine.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
    }
}
