using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Application.Settings;
using ShipBy.Application.Stock;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Reconciling;

/// <summary>Others are at work while a pool is looked at: nothing of theirs is taken for a drift, nothing of theirs is undone.</summary>
public sealed class LiveReconcileTests
{
    private readonly FakeTimeProvider _machine = new(Sample.Noon.ToDateTimeOffset());

    [Fact]
    public async Task AnotherReserver_AfterTheLeaseRanOut_FencesTheRepairOff_AndThePoolIsLookedAtAgain()
    {
        var pool = await DriftingPool.FillAsync();
        await pool.HoldAsync(2);        // 4 are held
        var hooked = new HookedLedger(pool.World.Ledger)
        {
            BeforeTheRepair = async () =>
            {
                // A whole lease long nothing is heard of the one who is about to repair, and P-3, first in the line, takes two units meanwhile.
                _machine.Advance(PoolLease.Length.ToTimeSpan());
                await ReserveElsewhere(pool).RunAsync(Sample.Pool, default);
            },
        };

        var result = await RunAsync(pool, hooked, fix: true);

        Assert.Equal(OrderState.Held, (await pool.World.OrderAsync("P-3")).State);
        Assert.Equal([new Drift.HeldDiffers(new StockItem(Sample.Mug, 5, 4), 6)], result.Repaired);
        Assert.IsType<Drift.Oversold>(Assert.Single(result.Remaining).Drift);      // that is what the drift had led to: reported, not hidden
        Assert.Equal(new StockItem(Sample.Mug, 5, 6), await pool.World.StockAsync(Sample.Mug));
    }

    [Fact]
    public async Task AnAcknowledgementMeanwhile_IsKept_AndTheOrderIsRepairedAllTheSame()
    {
        var pool = await DriftingPool.FillAsync();
        await pool.PlantAsync("due missing");
        var order = await pool.World.OrderAsync("P-1");
        var hooked = new HookedLedger(pool.World.Ledger) { BeforeTheRepair = () => pool.World.Desk.AcknowledgeAsync(order.Key, "Anna", default) };

        var result = await RunAsync(pool, hooked, fix: true);

        Assert.Equal([new Drift.Missing(new DueRow(order.LookAt!.Value, order.Key))], result.Repaired);
        Assert.True(result.IsWhole);
        Assert.Equal("Anna", (await pool.World.OrderAsync("P-1")).Acknowledged?.By);
        Assert.NotNull(await pool.World.Ledger.FindAsync(Sample.Pool, RowKey.Due(order.LookAt.Value, order.Key), default));
    }

    [Fact]
    public async Task WhatWasReadAcrossALostTurn_IsNotBelieved()
    {
        var pool = await DriftingPool.FillAsync();
        await pool.ReplaceAsync(new StockRow(new StockItem(Sample.Mug, OnHand: 9, Held: 4)));
        var hooked = new HookedLedger(pool.World.Ledger)
        {
            // Between the stock and the orders: P-3 and P-4 are held, and what was read of the stock does not say so.
            BeforeARange = ("order|", 1, async () =>
            {
                _machine.Advance(PoolLease.Length.ToTimeSpan());
                await ReserveElsewhere(pool).RunAsync(Sample.Pool, default);
            }
            ),
        };

        var result = await RunAsync(pool, hooked, fix: false);

        Assert.Equal(new StockItem(Sample.Mug, 9, 8), await pool.World.StockAsync(Sample.Mug));
        Assert.Equal((0, true), (result.Remaining.Count, result.IsWhole));
    }

    [Theory]
    [InlineData("order|", 0)]
    [InlineData("due|", 0)]
    [InlineData("work|", 0)]
    [InlineData("stock|", 0)]
    [InlineData("order|", 1)]
    public async Task ANewOrder_BetweenAnyTwoReads_IsNoDrift(string before, int times)
    {
        var pool = await DriftingPool.FillAsync();
        pool.World.Marketplace.Show(DriftingPool.Posting("P-5"));
        var hooked = new HookedLedger(pool.World.Ledger) { BeforeARange = (before, times, () => pool.World.Poll.RunAsync(default)) };

        var result = await RunAsync(pool, hooked, fix: false);

        Assert.Equal((0, true), (result.Remaining.Count, result.IsWhole));
        Assert.Equal(OrderState.Pending, (await pool.World.OrderAsync("P-5")).State);
    }

    [Theory]
    [InlineData("order|", 0)]
    [InlineData("due|", 0)]
    [InlineData("work|", 0)]
    [InlineData("stock|", 0)]
    [InlineData("order|", 1)]
    public async Task ANewOrder_BetweenAnyTwoReads_KeepsItsRows_WhenOthersAreRepaired(string before, int times)
    {
        var pool = await DriftingPool.FillAsync();
        await pool.PlantAsync("due left over");
        pool.World.Marketplace.Show(DriftingPool.Posting("P-5"));
        var hooked = new HookedLedger(pool.World.Ledger) { BeforeARange = (before, times, () => pool.World.Poll.RunAsync(default)) };

        var result = await RunAsync(pool, hooked, fix: true);

        Assert.IsType<Drift.LeftOver>(Assert.Single(result.Repaired));
        Assert.Empty((await pool.RunAsync(fix: false)).Remaining);
        Assert.Equal(OrderState.Pending, (await pool.World.OrderAsync("P-5")).State);
    }

    [Theory]
    [InlineData("order|", 0)]
    [InlineData("due|", 0)]
    [InlineData("work|", 0)]
    [InlineData("order|", 1)]
    public async Task AnAcknowledgement_BetweenAnyTwoReads_IsNoDrift(string before, int times)
    {
        var pool = await DriftingPool.FillAsync();
        var key = (await pool.World.OrderAsync("P-4")).Key;
        var hooked = new HookedLedger(pool.World.Ledger) { BeforeARange = (before, times, () => pool.World.Desk.AcknowledgeAsync(key, "Anna", default)) };

        var result = await RunAsync(pool, hooked, fix: false);

        Assert.Equal((0, true), (result.Remaining.Count, result.IsWhole));
    }

    [Fact]
    public async Task APoolThatOthersNeverLeave_IsNotLookedAt_AndSaysSo()
    {
        var pool = await DriftingPool.FillAsync();
        await pool.PutAsync(new LeaseRow(Holder: 7, Term: 99, Sample.Noon + Duration.FromDays(1)));

        var result = await RunAsync(pool, new HookedLedger(pool.World.Ledger), fix: true);

        Assert.Equal((0, false), (result.Orders, result.IsWhole));
    }

    private async Task<Reconciliation> RunAsync(DriftingPool pool, ILedger ledger, bool fix)
    {
        var lease = new PoolLease(ledger, new MachineClock(_machine), new Random(1));
        var run = new ReconcilePool(ledger, lease, pool.World.Bells, pool.World.Clock, new Random(1)).RunAsync(Sample.Pool, fix, DriftingPool.Command, default);
        while (!run.IsCompleted)
        {
            _machine.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        return await run;
    }

    private ReserveStock ReserveElsewhere(DriftingPool pool) => new(
        pool.World.Ledger,
        new PoolLease(pool.World.Ledger, new MachineClock(_machine), new Random(2)),
        pool.World.Of<ListStock>(),
        pool.World.Clock,
        NullLogger<ReserveStock>.Instance);

    /// <summary>Lets somebody else act once at one point of a reconciliation.</summary>
    private sealed class HookedLedger(ILedger inner) : ILedger
    {
        public Func<Task>? BeforeTheRepair { get; set; }

        /// <value>Beginning of the range, and how often it is passed over before.</value>
        public (string From, int Times, Func<Task> Act)? BeforeARange { get; set; }

        public async Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
        {
            if (BeforeARange is { } hook && range.From == hook.From)
            {
                BeforeARange = hook.Times == 0 ? null : hook with { Times = hook.Times - 1 };
                await (hook.Times == 0 ? hook.Act() : Task.CompletedTask);
            }

            return await inner.RangeAsync(pool, range, limit, cancel);
        }

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            if (BeforeTheRepair is { } act && commit.Changes.Any(change => change is RowChange.Insert(JournalRow)))
            {
                BeforeTheRepair = null;
                await act();
            }

            return await inner.TryCommitAsync(pool, commit, cancel);
        }
    }
}
