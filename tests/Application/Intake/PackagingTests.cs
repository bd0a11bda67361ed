using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Batches;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Intake;

/// <summary>Packaging leaves the shelf with the order that it is used for: in the same commit, so once.</summary>
public sealed class PackagingTests
{
    private static readonly Sku Box = Sku.Parse("BOX-S");

    private readonly World _world = new();

    [Fact]
    public async Task AnOrderThatShips_TakesItsPackagingAlong_Once_AndItIsNoted()
    {
        await PackAsync(boxes: 10, perPackage: 1);
        await ShowAsync(1, PostingStatus.AwaitingPackaging);
        Assert.Equal(10, await BoxesAsync());

        foreach (var status in new[] { PostingStatus.HandedOver, PostingStatus.HandedOver, PostingStatus.Delivered })
        {
            await ShowAsync(1, status);
        }

        var order = await _world.OrderAsync("P-1");
        Assert.Equal((8, 98), (await BoxesAsync(), (await _world.StockAsync(Sample.Mug)).OnHand));
        Assert.Equal(["BOX-S × 2"], order.Journal.Where(entry => entry.What == JournalEvent.PackagingUsed).Select(entry => entry.Detail!));
        Assert.Empty((await _world.Of<ReconcilePool>().RunAsync(Sample.Pool, fix: false, "test", default)).Remaining);
    }

    [Theory]
    [InlineData(PostingStatus.Cancelled, 10)]
    [InlineData(PostingStatus.AwaitingHandOver, 10)]
    [InlineData(PostingStatus.Delivered, 9)]
    public async Task OnlyWhatLeaves_IsPacked(PostingStatus status, int left)
    {
        await PackAsync(boxes: 10, perPackage: null);
        await ShowAsync(1, PostingStatus.AwaitingPackaging);
        await ShowAsync(1, status);

        Assert.Equal(left, await BoxesAsync());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(null)]
    public async Task MissingPackaging_HoldsNothingUp(int? boxes)
    {
        await PackAsync(boxes, perPackage: 1);
        await ShowAsync(1, PostingStatus.AwaitingPackaging);
        await ShowAsync(1, PostingStatus.HandedOver);

        Assert.Equal((OrderState.Shipped, boxes is null ? null : Math.Max(0, boxes.Value - 2)), ((await _world.OrderAsync("P-1")).State, boxes is null ? null : (int?)await BoxesAsync()));
        Assert.Empty((await _world.Of<ReconcilePool>().RunAsync(Sample.Pool, fix: false, "test", default)).Remaining);
    }

    /// <summary>The process dies at every call of the ledger in turn, with and without the effect of the last one; the next poll goes on.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BrokenOffAnywhere_ItLeavesOnce(bool takesEffect)
    {
        await PackAsync(boxes: 50, perPackage: 1);
        foreach (var number in Enumerable.Range(1, 4))
        {
            await ShowAsync(number, PostingStatus.AwaitingPackaging);
        }

        _world.Marketplace.Show(Enumerable.Range(1, 4).Select(number => Posting(number) with { Status = PostingStatus.HandedOver }));
        for (var calls = 1; (await _world.OrdersAsync()).Values.Any(order => order.State != OrderState.Shipped); calls++)
        {
            Assert.True(calls < 200);
            await Record.ExceptionAsync(() => _world.InstanceOn(new Dying(_world.Ledger, calls, takesEffect)).GetRequiredService<PollOrders>().RunAsync(default));
        }

        await _world.RoundAsync();
        Assert.Equal((42, 92), (await BoxesAsync(), (await _world.StockAsync(Sample.Mug)).OnHand));
    }

    [Fact]
    public async Task TwoInstances_TakeItOnce()
    {
        await PackAsync(boxes: 50, perPackage: 1);
        foreach (var number in Enumerable.Range(1, 10))
        {
            await ShowAsync(number, PostingStatus.AwaitingPackaging);
        }

        _world.Marketplace.Show(Enumerable.Range(1, 10).Select(number => Posting(number) with { Status = PostingStatus.HandedOver }));
        var yielding = new Yielding(_world.Ledger);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await Record.ExceptionAsync(() => _world.InstanceOn(yielding).GetRequiredService<PollOrders>().RunAsync(default))));
        await _world.RoundAsync();

        Assert.All((await _world.OrdersAsync()).Values, order => Assert.Equal(OrderState.Shipped, order.State));
        Assert.Equal((30, 80), (await BoxesAsync(), (await _world.StockAsync(Sample.Mug)).OnHand));
    }

    /// <remarks>Two mugs each, a box holds four: two orders to one place take one box, whoever of them is seen to leave first.</remarks>
    [Theory]
    [InlineData(false, 1, 2)]
    [InlineData(false, 2, 1)]
    [InlineData(true, 1, 2)]
    public async Task OrdersOfOneParcel_UseOnePackaging(bool apart, params int[] leaving)
    {
        await PackAsync(boxes: 10, perPackage: 4);
        var to = new Recipient { Name = "Анна Бойко", City = "Казань", Address = "ул. Ленина, 1" };
        _world.Marketplace.Show(Enumerable.Range(1, 2).Select(number => Posting(number) with { Recipient = to }));
        await _world.RoundAsync();
        var wish = new BatchWish { Orders = [Key(1), Key(2)], FirstNumber = "100", Rule = NumberRule.Counter, Apart = apart ? new HashSet<OrderKey> { Key(2) } : new HashSet<OrderKey>() };
        var (id, ship) = (Guid.NewGuid(), _world.Of<ShipBatch>());
        await ship.StartAsync(id, wish, await _world.Of<PlanBatch>().RunAsync(wish, default), "Anna", default);
        await ship.CarryOnAsync(id, default);

        foreach (var number in leaving)
        {
            await ShowAsync(number, PostingStatus.HandedOver);
            await _world.PassAsync(Duration.FromMinutes(10));
        }

        Assert.Equal(apart ? 8 : 9, await BoxesAsync());
    }

    private async Task PackAsync(int? boxes, int? perPackage)
    {
        await _world.WriteCardAsync(new ProductCard(Box) { Name = "Small box", IsPackaging = true });
        await _world.WriteCardAsync(new ProductCard(Sample.Mug) { Packaging = Box.Value, PerPackage = perPackage });
        if (boxes is { } onHand)
        {
            await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new StockRow(new StockItem(Box, onHand, 0)))), default);
        }
    }

    private async Task ShowAsync(int number, PostingStatus status)
    {
        var recipient = (await _world.OrdersAsync()).GetValueOrDefault($"P-{number}")?.Recipient;
        _world.Marketplace.Show(Posting(number) with { Status = status, Recipient = recipient });
        await _world.RoundAsync();
    }

    private async Task<int> BoxesAsync() => (await _world.StockAsync(Box)).OnHand;

    private static OrderKey Key(int number) => new("shop", $"P-{number}");

    private static Posting Posting(int number) => Sample.Posting with { Key = Key(number) };

    /// <summary>Answers so many calls; the one after that is the last, with its effect or without.</summary>
    private sealed class Dying(ILedger inner, int calls, bool takesEffect) : ILedger
    {
        private int _left = calls;

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => AliveAsync(() => inner.FindAsync(pool, key, cancel));

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => AliveAsync(() => inner.RangeAsync(pool, range, limit, cancel));

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => AliveAsync(() => inner.TryCommitAsync(pool, commit, cancel));

        private async Task<T> AliveAsync<T>(Func<Task<T>> call)
        {
            if (--_left > 0)
            {
                return await call();
            }

            if (_left == 0 && takesEffect)
            {
                await call();
            }

            throw new LedgerUnreachableException("the process died", new TimeoutException());
        }
    }

    /// <summary>Lets others run before every call.</summary>
    private sealed class Yielding(ILedger inner) : ILedger
    {
        public async Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.FindAsync(pool, key, cancel);
        }

        public async Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.RangeAsync(pool, range, limit, cancel);
        }

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            await Task.Yield();
            return await inner.TryCommitAsync(pool, commit, cancel);
        }
    }
}
