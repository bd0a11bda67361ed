using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Intake;

/// <summary>Two shops of one account, each a warehouse with a pool of its own; pushes of the account name the first.</summary>
public sealed class SharedAccountTests
{
    private static readonly PoolName South = PoolName.Parse("south");

    private readonly FakeMarketplace _guest = new() { Shop = new Shop("guest", "fake", South) { Account = "a", IsGuest = true } };
    private readonly World _world;

    public SharedAccountTests()
    {
        _world = new World { AddPorts = services => services.AddSingleton<IMarketplace>(_guest) };
        _world.Marketplace.Shop = _world.Marketplace.Shop with { Account = "a" };
    }

    [Fact]
    public async Task APush_FindsThePosting_InWhicheverWarehouseItLies()
    {
        await _world.Poll.RunAsync(default);
        _guest.Show(Sample.Posting with { Key = new OrderKey("guest", "P-9") });

        await _world.Of<ReadBackPosting>().RunAsync("shop", "P-9", default);

        Assert.Equal(new OrderKey("guest", "P-9"), Assert.Single(await _world.Ledger.OrdersAsync(South, default)).Key);
        Assert.Empty(await _world.Ledger.OrdersAsync(Sample.Pool, default));
    }

    [Fact]
    public async Task WhatTheFirstHas_NobodyElseIsAskedFor()
    {
        await _world.Poll.RunAsync(default);
        _world.Marketplace.Show(Sample.Posting);

        await _world.Of<ReadBackPosting>().RunAsync("shop", Sample.Posting.Key.Number, default);

        Assert.Equal([Sample.Posting.Key.Number], _world.Marketplace.ReadBack);
        Assert.Empty(_guest.ReadBack);
    }
}
