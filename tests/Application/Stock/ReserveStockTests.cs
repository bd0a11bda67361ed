using ShipBy.Application.Marketplaces;
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

    [Fact]
    public async Task AnOrderOfManyProducts_FitsIntoOneCommit()
    {
        OrderLine[] lines = [.. Enumerable.Range(0, 88).Select(i => new OrderLine(Sku.Parse($"S-{i}"), "", 1, null))];
        foreach (var line in lines)
        {
            _world.Marketplace.Present[line.Sku] = 1;
        }

        _world.Marketplace.Show(Numbered(1) with { Lines = lines });
        await _world.Poll.RunAsync(default);

        await _world.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal([OrderState.Held], await StatesAsync());
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
}
