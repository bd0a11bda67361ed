using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Alerts;

/// <summary>The outbox looks at orders whose ring got lost; the queue is not asked for that a second time.</summary>
public sealed class DeliverOutboxTests
{
    [Theory]
    [InlineData(119, OrderState.Pending)]       // its ring may still be on its way
    [InlineData(120, OrderState.Pending)]
    [InlineData(121, OrderState.Held)]
    public async Task AnOrderThatWaitsTooLong_IsHeldWithoutAnotherRing(int seconds, OrderState expected)
    {
        var world = new World();
        world.Marketplace.Show(Sample.Posting);
        await world.Poll.RunAsync(default);
        world.Bells.Rung.Clear();

        world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await world.Of<DeliverOutbox>().RunAsync(default);

        Assert.Equal(expected, (await world.OrderAsync(Sample.Posting.Key.Number)).State);
        Assert.DoesNotContain(Bell.ReserveStock, world.Bells.Rung);
    }

    [Fact]
    public async Task AShortOrder_IsLookedAtEachTime()
    {
        var world = new World();
        world.Marketplace.Present[Sample.Mug] = 0;
        world.Marketplace.Show(Sample.Posting);
        await world.RoundAsync();
        Assert.Equal(OrderState.OutOfStock, (await world.OrderAsync(Sample.Posting.Key.Number)).State);

        await world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Replace(Sample.StockRow(Sample.Mug.Value), null)), default);
        await world.Of<DeliverOutbox>().RunAsync(default);

        Assert.Equal(OrderState.Held, (await world.OrderAsync(Sample.Posting.Key.Number)).State);
    }
}
