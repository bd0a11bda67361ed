using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Batches;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Batches;

public sealed class ShipBatchTests
{
    private static readonly Guid Id = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    private readonly World _world = new();

    [Fact]
    public async Task EveryOrder_IsNotedOnce_WithItsNumber_HoweverOftenTheButtonIsPressed()
    {
        var (wish, plan) = await PlannedAsync(25);
        var ship = _world.Of<ShipBatch>();

        Assert.True(await ship.StartAsync(Id, wish, plan, "Anna", default));
        Assert.True(await ship.StartAsync(Id, wish, plan, "Boris", default));
        Assert.Equal(new UnfinishedBatch(Id, Sample.Noon, 25), Assert.Single((await _world.Of<SavedViews>().FrontAsync(default)).Unfinished));
        await Task.WhenAll(ship.CarryOnAsync(Id, default), ship.CarryOnAsync(Id, default));

        var orders = (await _world.OrdersAsync()).Values.OrderBy(order => order.Instruction!.Ship!.TrackingNumber).ToList();
        Assert.Equal(Enumerable.Range(100, 25).Select(number => $"{number}"), orders.Select(order => order.Instruction!.Ship!.TrackingNumber!));
        Assert.All(orders, order => Assert.Single(order.Journal, entry => entry.What == JournalEvent.Instructed));
        Assert.Empty((await _world.Of<SavedViews>().FrontAsync(default)).Unfinished);
        Assert.Equal("Anna", (await ship.FindAsync(Id, default))!.By);
        Assert.All((await ship.FindAsync(Id, default))!.Items, item => Assert.Equal(BatchItemState.Noted, item.State));
    }

    /// <summary>The process dies at every call of the ledger in turn; the next one goes on.</summary>
    [Fact]
    public async Task BrokenOffAnywhere_ItGoesOn_AndNothingIsNotedTwice()
    {
        var (wish, plan) = await PlannedAsync(12);
        await _world.Of<ShipBatch>().StartAsync(Id, wish, plan, "Anna", default);
        for (var calls = 1; (await _world.Of<ShipBatch>().FindAsync(Id, default))!.IsUnfinished; calls++)
        {
            Assert.True(calls < 200);
            Assert.Single((await _world.Of<SavedViews>().FrontAsync(default)).Unfinished);
            await Record.ExceptionAsync(() => _world.InstanceOn(new DyingLedger(_world.Ledger, calls)).GetRequiredService<ShipBatch>().CarryOnAsync(Id, default));
        }

        Assert.All((await _world.OrdersAsync()).Values, order => Assert.Single(order.Journal, entry => entry.What == JournalEvent.Instructed));
        Assert.Empty((await _world.Of<SavedViews>().FrontAsync(default)).Unfinished);
        Assert.Equal(12, (await _world.OrdersAsync()).Values.Select(order => order.Instruction!.Ship!.TrackingNumber).Distinct().Count());
    }

    [Fact]
    public async Task WhatChangedSince_IsSaid_AndDoesNotStopTheRest()
    {
        var (wish, plan) = await PlannedAsync(3);
        await _world.Of<ShipBatch>().StartAsync(Id, wish, plan, "Anna", default);
        _world.Marketplace.Show(Posting(1) with { Status = PostingStatus.Cancelled });
        await _world.RoundAsync();

        var batch = (await _world.Of<ShipBatch>().CarryOnAsync(Id, default))!;
        var view = await _world.Of<LookAtBatch>().RunAsync(batch, default);

        Assert.Equal([BatchProgress.Noted, BatchProgress.NotPossible, BatchProgress.Noted], view.Lines.Select(line => line.Progress));
        Assert.Equal(AskFlaw.Cancelled, batch.Items[1].Flaw);
        Assert.True(view.IsMoving);
    }

    [Fact]
    public async Task Numbers_ThatOtherOpenOrdersHave_AreNotGivenAgain()
    {
        var (_, _) = await PlannedAsync(2);
        await _world.Of<ShipBy.Application.Shipping.InstructOrder>().RunAsync(Key(1), BatchPolicy.AskOf("YTO", "101", false, "Anna", _world.Now), anyway: false, default);

        var plan = await _world.Of<PlanBatch>().RunAsync(new BatchWish { Orders = [Key(0), Key(2)], FirstNumber = "101", Rule = NumberRule.Counter }, default);

        Assert.Equal((Key(0), SeriesFlaw.Used), (plan.Plan.Trouble!.At, plan.Plan.Trouble.Flaw));
        Assert.Equal((Key(2), LeftOutReason.Gone), plan.Plan.LeftOut.Select(left => (left.Order, left.Reason)).Single());
        Assert.False(await _world.Of<ShipBatch>().StartAsync(Id, new BatchWish { Orders = [Key(0)] }, plan, "Anna", default));
    }

    [Fact]
    public async Task ThePickList_AddsUpProducts()
    {
        var (wish, plan) = await PlannedAsync(3);
        await _world.Of<ShipBatch>().StartAsync(Id, wish, plan, "Anna", default);
        var batch = (await _world.Of<ShipBatch>().CarryOnAsync(Id, default))!;

        var line = Assert.Single(await _world.Of<PickList>().OfAsync(await _world.Of<LookAtBatch>().RunAsync(batch, default), default));

        Assert.Equal((Sample.Mug, "Mug", 6), (line.Sku, line.Name, line.Pieces));
        Assert.Equal(["P-0", "P-1", "P-2"], line.Orders.Order());
    }

    private async Task<(BatchWish, PlannedBatch)> PlannedAsync(int count)
    {
        _world.Marketplace.Show(Enumerable.Range(0, count).Select(Posting));
        await _world.RoundAsync();
        var wish = new BatchWish { Orders = [.. Enumerable.Range(0, count).Select(Key)], FirstNumber = "100", Rule = NumberRule.Counter };
        return (wish, await _world.Of<PlanBatch>().RunAsync(wish, default));
    }

    private static OrderKey Key(int number) => new("shop", $"P-{number}");

    private static Posting Posting(int number) => Sample.Posting with { Key = Key(number) };

    /// <summary>Answers so many calls, and takes the last one's effect without telling.</summary>
    private sealed class DyingLedger(ILedger inner, int calls) : ILedger
    {
        private int _left = calls;

        public Task<Stored?> FindAsync(Domain.Stock.PoolName pool, RowKey key, CancellationToken cancel) => AliveAsync(() => inner.FindAsync(pool, key, cancel));

        public Task<IReadOnlyList<Stored>> RangeAsync(Domain.Stock.PoolName pool, KeyRange range, int limit, CancellationToken cancel) => AliveAsync(() => inner.RangeAsync(pool, range, limit, cancel));

        public Task<CommitOutcome> TryCommitAsync(Domain.Stock.PoolName pool, CommitSet commit, CancellationToken cancel) => AliveAsync(() => inner.TryCommitAsync(pool, commit, cancel));

        private async Task<T> AliveAsync<T>(Func<Task<T>> call)
        {
            var answer = await call();
            return --_left > 0 ? answer : throw new LedgerUnreachableException("the process died", new TimeoutException());
        }
    }
}
