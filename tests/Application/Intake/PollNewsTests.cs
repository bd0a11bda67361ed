using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Intake;

/// <summary>Messages of a marketplace help the poll along, and never stop it.</summary>
public sealed class PollNewsTests
{
    private readonly World _world = new();

    [Fact]
    public async Task AnOrderThatOnlyAMessageNames_IsReadBackOnce_AndTheMessagesAreConfirmed()
    {
        _world.Marketplace.Show(Numbered(1), Numbered(2));
        _world.Marketplace.Hidden.UnionWith(["P-1"]);
        _world.Marketplace.News.AddRange([new("m1", "P-1"), new("m2", "P-1"), new("m3", "P-2"), new("m4", null), new("m5", "nobody's")]);

        await _world.Poll.RunAsync(default);

        Assert.Equal(["P-1", "nobody's"], _world.Marketplace.ReadBack);      // the list showed P-2, and later than its message
        Assert.Equal(2, (await _world.OrdersAsync()).Count);
        Assert.Empty(_world.Marketplace.News);
    }

    [Fact]
    public async Task WhatIsNotIn_IsNotConfirmed()
    {
        _world.Marketplace.Show(Numbered(1));
        _world.Marketplace.News.Add(new("m1", "P-1"));
        _world.Marketplace.Failure = new MarketplaceUnreachableException("a page was malformed");

        await _world.Poll.RunAsync(default);
        Assert.Single(_world.Marketplace.News);

        _world.Marketplace.Failure = null;
        await _world.Poll.RunAsync(default);
        Assert.Empty(_world.Marketplace.News);
    }

    [Fact]
    public async Task TroubleWithMessages_DoesNotStopThePoll()
    {
        _world.Marketplace.Show(Numbered(1));
        _world.Marketplace.News.Add(new("m1", "P-1"));
        _world.Marketplace.NewsFailure = new MarketplaceRefusedException("isv.group-not-exist", "there is no such group");

        await _world.Poll.RunAsync(default);

        Assert.Single(await _world.OrdersAsync());
        Assert.Equal((_world.Now, null), ((await WatchAsync()).ReadUpTo, (await WatchAsync()).FailingSince));
    }

    [Fact]
    public async Task AMessageOfAnotherShopsOrder_IsConfirmed_AndHoldsUpNothing()
    {
        _world.Marketplace.Forbidden.Add("P-9");
        _world.Marketplace.News.AddRange([new("m1", "P-9"), new("m2", "P-1")]);
        _world.Marketplace.Show(Numbered(1));
        _world.Marketplace.Hidden.Add("P-1");

        await _world.Poll.RunAsync(default);

        Assert.Single(await _world.OrdersAsync());
        Assert.Empty(_world.Marketplace.News);
        Assert.Null((await WatchAsync()).FailingSince);
    }

    private async Task<WatchRow> WatchAsync() => (WatchRow)(await _world.Ledger.FindAsync(Sample.Pool, RowKey.Watch("shop"), default))!.Row;

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}") };
}
