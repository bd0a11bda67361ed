using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Batches;
using ShipBy.Application.Ledger;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Batches;

/// <summary>Two people start batches at the same moment, and answers get lost: no number goes to two parcels.</summary>
public sealed class StartBatchTests
{
    private static readonly Guid Mine = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    private static readonly Guid Theirs = Guid.Parse("7f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    private readonly World _world = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PlannedSideBySide_OnlyOneStarts_AndTheOtherPlansAgain(bool fromStock)
    {
        var (mine, theirs) = await WishesAsync(fromStock);
        var (seen, other) = (await _world.Of<PlanBatch>().RunAsync(mine, default), await _world.Of<PlanBatch>().RunAsync(theirs, default));
        Assert.Equal(NumbersOf(seen.Plan), NumbersOf(other.Plan));

        Assert.True(await _world.Of<ShipBatch>().StartAsync(Mine, mine, seen, "Anna", default));
        Assert.False(await _world.Of<ShipBatch>().StartAsync(Theirs, theirs, other, "Boris", default));

        Assert.Null(await _world.Of<ShipBatch>().FindAsync(Theirs, default));
        var again = (await _world.Of<StartBatch>().RunAsync(Theirs, theirs, BatchPrint.Of(other.Plan), "Boris", default))!;
        Assert.Equal(fromStock ? ["EE473124846CN", "EE473124850CN"] : [], again.Trouble is null ? NumbersOf(again) : []);
        Assert.Equal(fromStock ? null : SeriesFlaw.Used, again.Trouble?.Flaw);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AStartThatComesBetweenPlanAndStart_IsNoticed(bool fromStock)
    {
        var (mine, theirs) = await WishesAsync(fromStock);
        var seen = BatchPrint.Of((await _world.Of<PlanBatch>().RunAsync(theirs, default)).Plan);
        var between = new BetweenLedger(_world.Ledger, () => StartAsync(_world.Ledger, Mine, mine));

        var plan = await StartAsync(between, Theirs, theirs, seen);

        Assert.True(between.HasBeen);
        Assert.NotNull(plan);
        Assert.Null(await _world.Of<ShipBatch>().FindAsync(Theirs, default));
        Assert.NotNull(await _world.Of<ShipBatch>().FindAsync(Mine, default));
    }

    [Fact]
    public async Task AStartOfOtherNumbers_ComesBetween_AndNobodyHasToLookAgain()
    {
        var (mine, theirs) = await WishesAsync(fromStock: false);
        var between = new BetweenLedger(_world.Ledger, () => StartAsync(_world.Ledger, Mine, mine with { FirstNumber = "900" }));

        Assert.Null(await StartAsync(between, Theirs, theirs));

        Assert.True(between.HasBeen);
        Assert.NotNull(await _world.Of<ShipBatch>().FindAsync(Theirs, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnAnswerThatGotLost_IsAskedAgain_AndTakesNoSecondNumbers(bool tookEffect)
    {
        var (mine, _) = await WishesAsync(fromStock: true);
        var seen = BatchPrint.Of((await _world.Of<PlanBatch>().RunAsync(mine, default)).Plan);

        await Assert.ThrowsAsync<LedgerUnreachableException>(() => StartAsync(new LosingLedger(_world.Ledger, tookEffect), Mine, mine, seen));
        Assert.Null(await StartAsync(_world.Ledger, Mine, mine, seen));
        Assert.Null(await StartAsync(_world.Ledger, Mine, mine, seen));

        Assert.Equal(8, Assert.Single(await _world.Of<WaybillStock>().AllAsync(default)).Left);
        Assert.Equal(["EE473124829CN", "EE473124832CN"], (await _world.Of<ShipBatch>().FindAsync(Mine, default))!.Items.Select(item => item.TrackingNumber));
    }

    [Fact]
    public async Task ManyAtOnce_EachGetsNumbersOfItsOwn()
    {
        var (_, _) = await WishesAsync(fromStock: true);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
        {
            var wish = new BatchWish { Orders = [Key(number)], Carrier = "ems", FromStock = true };
            var app = _world.InstanceOn(new YieldingLedger(_world.Ledger));
            var id = Guid.NewGuid();
            for (BatchPlan? plan = (await app.GetRequiredService<PlanBatch>().RunAsync(wish, default)).Plan; plan is not null;)
            {
                plan = await app.GetRequiredService<StartBatch>().RunAsync(id, wish, BatchPrint.Of(plan), "Anna", default);
            }
        }));

        var numbers = (await _world.Of<ShipBatch>().AllAsync(default)).SelectMany(batch => batch.Items).Select(item => item.TrackingNumber).ToList();
        Assert.Equal((4, 4), (numbers.Count, numbers.Distinct().Count()));
        Assert.Equal(6, Assert.Single(await _world.Of<WaybillStock>().AllAsync(default)).Left);
    }

    private async Task<(BatchWish Mine, BatchWish Theirs)> WishesAsync(bool fromStock)
    {
        _world.Marketplace.Show(Enumerable.Range(0, 4).Select(number => Sample.Posting with { Key = Key(number) }));
        await _world.RoundAsync();
        if (fromStock)
        {
            Assert.Equal(new WaybillAddition(10, 0), await _world.Of<WaybillStock>().AddRunAsync("EMS", "EE473124829CN", NumberRule.S10, 1, 10, "Anna", default));
        }

        var wish = new BatchWish { Orders = [Key(0), Key(1)], Carrier = "EMS", FromStock = fromStock, FirstNumber = fromStock ? null : "100", Rule = NumberRule.Counter };
        return (wish, wish with { Orders = [Key(2), Key(3)] });
    }

    private async Task<BatchPlan?> StartAsync(ILedger ledger, Guid id, BatchWish wish, string? seen = null) => await _world.InstanceOn(ledger).GetRequiredService<StartBatch>()
        .RunAsync(id, wish, seen ?? BatchPrint.Of((await _world.Of<PlanBatch>().RunAsync(wish, default)).Plan), "Anna", default);

    private static IEnumerable<string?> NumbersOf(BatchPlan plan) => plan.Parcels.Select(parcel => parcel.TrackingNumber);

    private static OrderKey Key(int number) => new("shop", $"P-{number}");

    /// <summary>Somebody else acts just before the first commit.</summary>
    private sealed class BetweenLedger(ILedger inner, Func<Task> act) : ILedger
    {
        public bool HasBeen { get; private set; }

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            if (!HasBeen)
            {
                HasBeen = true;
                await act();
            }

            return await inner.TryCommitAsync(pool, commit, cancel);
        }
    }

    /// <summary>Gives no answer to a commit.</summary>
    private sealed class LosingLedger(ILedger inner, bool tookEffect) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            if (tookEffect)
            {
                await inner.TryCommitAsync(pool, commit, cancel);
            }

            throw new LedgerUnreachableException("no answer", new TimeoutException());
        }
    }

    /// <summary>Lets others in at every call.</summary>
    private sealed class YieldingLedger(ILedger inner) : ILedger
    {
        public async Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.RangeAsync(pool, range, limit, cancel);
        }

        public async Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.FindAsync(pool, key, cancel);
        }

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.TryCommitAsync(pool, commit, cancel);
        }
    }
}
