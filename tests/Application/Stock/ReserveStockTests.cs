using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stock;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Stock;

public sealed class ReserveStockTests
{
    private readonly World _world = new();

    [Fact]
    public async Task WaitingOrders_AreHeldInTurn_UntilNothingIsLeft()
    {
        _world.Marketplace.Present[Sample.Mug] = 5;
        await ArriveAsync(1, 2, 3);

        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal([OrderState.Held, OrderState.Held, OrderState.OutOfStock], await StatesAsync());
        Assert.Equal(new StockItem(Sample.Mug, 5, 4), await _world.StockAsync(Sample.Mug));
        Assert.Equal(1, (await _world.OrderAsync("P-3")).MissingUnits);
    }

    [Fact]
    public async Task ASecondRing_HoldsNothingTwice()
    {
        await ArriveAsync(1);

        await _world.Reserve.RunAsync(Sample.Pool, default);
        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal(2, (await _world.StockAsync(Sample.Mug)).Held);
    }

    [Fact]
    public async Task ManyCallersAtOnce_NeverOversell()
    {
        _world.Marketplace.Present[Sample.Mug] = 101;
        await ArriveAsync([.. Enumerable.Range(1, 80)]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _world.Reserve.RunAsync(Sample.Pool, default))));
        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal(50, (await StatesAsync()).Count(state => state == OrderState.Held));
        Assert.Equal(new StockItem(Sample.Mug, 101, 100), await _world.StockAsync(Sample.Mug));
    }

    [Fact]
    public async Task AProductThatNobodyKnows_LeavesItsOrderShort_AndTheOthersGoThrough()
    {
        _world.Marketplace.Show(Numbered(1) with { Lines = [Sample.TwoMugs with { Sku = Sku.Parse("NOBODY") }] }, Numbered(2));
        await _world.Poll.RunAsync(default);

        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal([OrderState.OutOfStock, OrderState.Held], await StatesAsync());
    }

    [Fact]
    public async Task WithoutAnAnswerAboutStock_NobodyIsCalledShort()
    {
        await ArriveAsync(1);
        _world.Marketplace.StockFailure = new MarketplaceUnreachableException("connection refused");

        await _world.Reserve.RunAsync(Sample.Pool, default);
        Assert.Equal([OrderState.Pending], await StatesAsync());

        _world.Marketplace.StockFailure = null;
        await _world.Reserve.RunAsync(Sample.Pool, default);
        Assert.Equal([OrderState.Held], await StatesAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(89)]
    [InlineData(90)]
    public async Task AnOrderOfManyProducts_FitsIntoOneCommit_BesideOthers(int products)
    {
        OrderLine[] lines = [.. Enumerable.Range(0, products).Select(i => new OrderLine(Sku.Parse($"S-{i}"), "", 1, null))];
        foreach (var line in lines)
        {
            _world.Marketplace.Present[line.Sku] = 1;
        }

        _world.Marketplace.Show(Numbered(1), Numbered(2) with { Lines = lines }, Numbered(3));
        await _world.Poll.RunAsync(default);

        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal([OrderState.Held, OrderState.Held, OrderState.Held], await StatesAsync());
    }

    [Fact]
    public async Task WhoOrderedFirst_IsServedFirst_WhoeverWasSeenFirst()
    {
        _world.Marketplace.Present[Sample.Mug] = 2;
        _world.Marketplace.Show(Numbered(1) with { InProcessAt = Sample.Noon - Duration.FromMinutes(1) });
        await _world.Poll.RunAsync(default);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        _world.Marketplace.Show(Numbered(2) with { InProcessAt = Sample.Noon - Duration.FromMinutes(2) });
        await _world.Poll.RunAsync(default);

        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal([OrderState.OutOfStock, OrderState.Held], await StatesAsync());
    }

    [Fact]
    public async Task WhenStockReturns_TheOldestShortOrderComesFirst()
    {
        _world.Marketplace.Present[Sample.Mug] = 2;
        await ArriveAsync(1, 2, 3);
        await _world.Reserve.RunAsync(Sample.Pool, default);
        _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.Cancelled });
        await _world.Poll.RunAsync(default);

        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal([OrderState.Cancelled, OrderState.Held, OrderState.OutOfStock], await StatesAsync());
    }

    [Fact]
    public async Task ABacklogOfMoreThanAPage_IsHeldWhole_AroundOrdersThatAreShort()
    {
        _world.Marketplace.Present[Sample.Mug] = 2_000;
        _world.Marketplace.Show(Enumerable.Range(0, 1_100).Select(i => Numbered(i) with
        {
            Lines = [Sample.TwoMugs with { Sku = i % 10 == 0 ? Sku.Parse("NOBODY") : Sample.Mug }],
        }));
        await _world.Poll.RunAsync(default);

        await _world.Reserve.RunAsync(Sample.Pool, default);

        var states = await StatesAsync();
        Assert.Equal((990, 110), (states.Count(state => state == OrderState.Held), states.Count(state => state == OrderState.OutOfStock)));
        Assert.Equal(new StockItem(Sample.Mug, 2_000, 1_980), await _world.StockAsync(Sample.Mug));
    }

    [Fact]
    public async Task OrdersOfTheSameProduct_AreHeldInTheSameCommit_SoThatItsStockIsWrittenOnce()
    {
        var products = Enumerable.Range(0, 40).Select(i => Sku.Parse($"S{i}")).ToList();
        _world.Marketplace.Show(Enumerable.Range(0, 80).Select(i => Numbered(i) with { Lines = [Sample.TwoMugs with { Sku = products[i % 40] }] }));
        products.ForEach(sku => _world.Marketplace.Present[sku] = 4);
        await _world.Poll.RunAsync(default);
        var ledger = new RecordingLedger(_world.Ledger);

        await _world.InstanceOn(ledger).GetRequiredService<ReserveStock>().RunAsync(Sample.Pool, default);

        Assert.All(await StatesAsync(), state => Assert.Equal(OrderState.Held, state));
        Assert.InRange(ledger.Replaced<LedgerRow.StockRow>(), products.Count, products.Count + ledger.Commits.Count);
    }

    [Fact]
    public async Task UnitsThatLeave_AfterTheMarketplaceToldTheStock_AreNotCounted()
    {
        _world.Marketplace.Present[Sample.Mug] = 2;
        await ArriveAsync(1, 2);
        _world.Marketplace.StockIntruder = async () =>
        {
            _world.Marketplace.Present[Sample.Mug] = 0;
            _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.HandedOver });
            await _world.InstanceOn(_world.Ledger).GetRequiredService<PollOrders>().RunAsync(default);
        };

        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal([OrderState.Shipped, OrderState.OutOfStock], await StatesAsync());
        Assert.Equal(new StockItem(Sample.Mug, 0, 0), await _world.StockAsync(Sample.Mug));
    }

    [Fact]
    public async Task AnOrderInSomebodyElsesHands_IsPassedOver_AndTheOthersAreHeld()
    {
        await ArriveAsync(1, 2, 3, 4, 5);
        var contested = new ContestedLedger(_world.Ledger, RowKey.Order(Numbered(2).Key));

        await _world.InstanceOn(contested).GetRequiredService<ReserveStock>().RunAsync(Sample.Pool, default);

        Assert.Equal([OrderState.Held, OrderState.Pending, OrderState.Held, OrderState.Held, OrderState.Held], await StatesAsync());
        Assert.Equal(8, (await _world.StockAsync(Sample.Mug)).Held);
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number:00}".Replace("P-0", "P-", StringComparison.Ordinal)) };

    private async Task ArriveAsync(params int[] numbers)
    {
        foreach (var number in numbers)
        {
            _world.Marketplace.Show(Numbered(number));
            await _world.Poll.RunAsync(default);
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<IReadOnlyList<OrderState>> StatesAsync() =>
        [.. (await _world.OrdersAsync()).Values.OrderBy(order => order.TakenAt).ThenBy(order => order.Key.Number).Select(order => order.State)];

    private sealed class RecordingLedger(ILedger inner) : ILedger
    {
        public List<CommitSet> Commits { get; } = [];

        public int Replaced<TRow>() => Commits.SelectMany(commit => commit.Changes).Count(change => change is RowChange.Replace { Row: TRow });

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            Commits.Add(commit);
            return inner.TryCommitAsync(pool, commit, cancel);
        }
    }

    /// <summary>Somebody else changes one row over and over: no commit that holds it gets through.</summary>
    private sealed class ContestedLedger(ILedger inner, RowKey row) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) =>
            commit.Changes.Any(change => change.Key == row) ? Task.FromResult(CommitOutcome.Refused) : inner.TryCommitAsync(pool, commit, cancel);
    }
}
