using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Intake;

/// <summary>A shop that cannot be asked, beside one that can: its orders are guarded like the others, and nobody misses it in a list.</summary>
public sealed class TakeToldTests
{
    private static readonly Shop Teller = new("tea", "webhook", PoolName.Parse("main"));

    private static readonly Posting Told = Sample.Posting with { Key = new OrderKey("tea", "7"), ShipBy = Sample.Noon + Duration.FromHours(20), Telling = new Telling(Sample.Noon, "a") };

    private readonly World _world = new() { WatchesItself = true, AddPorts = services => services.AddSingleton(Teller) };

    [Fact]
    public async Task ItsOrder_IsHeldAndWarnedOf_AndThePollDoesNotMissIt()
    {
        Assert.True(await _world.Of<TakeTold>().RunAsync(Teller, Told, default));
        for (var round = 0; round < 5; round++)
        {
            await _world.PassAsync(Duration.FromMinutes(30));
        }

        Assert.Equal(OrderState.Held, (await _world.OrderAsync("7")).State);
        Assert.Empty(_world.Marketplace.ReadBack);
        var warning = Assert.Single(_world.Channel.Accepted, mail => mail.Warnings.Count > 0);
        Assert.Equal("7", Assert.Single(warning.Warnings).Order.Number);
        Assert.Null(warning.StatusReadAt);
    }

    [Fact]
    public async Task ItIsOnThePage_WithWhenItWasHeard_AndItsOrderCanBeTended()
    {
        await _world.Of<TakeTold>().RunAsync(Teller, Told, default);

        Assert.Equal(("tea", _world.Now), (await _world.Desk.TodayAsync(OrderFilter.None, default)).Shops.Where(shop => shop.Name == "tea").Select(shop => (shop.Name, shop.LastReadAt!.Value)).Single());
        Assert.True(await _world.Desk.AcknowledgeAsync(Told.Key, "Vera", default));
    }

    [Theory]
    [InlineData(-23, true)]
    [InlineData(-25, false)]
    public async Task AnOrderThatWasClosedBeforeItWasHeardOf_IsTaken_IfItIsYoung(int hours, bool isTaken)
    {
        await _world.Of<TakeTold>().RunAsync(Teller, Told with { Status = PostingStatus.HandedOver, InProcessAt = Sample.Noon + Duration.FromHours(hours) }, default);

        Assert.Equal(isTaken, (await _world.OrdersAsync()).ContainsKey("7"));
    }

    [Fact]
    public async Task APoolOfSuchShopsAlone_IsSweptLikeAnyOther()
    {
        var alone = Teller with { Pool = PoolName.Parse("north") };
        var world = new World { AddPorts = services => services.AddSingleton(alone) };
        await world.Of<TakeTold>().RunAsync(alone, Told with { ShipBy = Sample.Noon + Duration.FromHours(1) }, default);

        await world.Sweep.RunAsync(default);
        await world.Send.RunAsync(alone.Pool, default);

        Assert.Contains(world.Channel.Accepted.SelectMany(mail => mail.Warnings), line => line.Order.Number == "7");
        Assert.NotEmpty(await world.Ledger.OrdersAsync(alone.Pool, default));
    }
}
