using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Links;
using ShipBy.Application.Tests.Transit;
using ShipBy.Application.Transit;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;

namespace ShipBy.Application.Tests.Links;

/// <summary>Links about a parcel that was told of 25 hours after the hand-over: nobody has scanned it.</summary>
public sealed class FollowParcelLinkTests
{
    private readonly FollowedParcels _parcels = new();

    [Theory]
    [InlineData(LinkAction.Acknowledge)]
    [InlineData(LinkAction.Settle)]
    public async Task ALink_IsAboutTheLineOfItsMessage_AndSilencesIt(LinkAction action)
    {
        var link = await ToldAsync(action);

        Assert.IsType<LinkSight.Open>(await Follow.LookAsync(link, default));
        Assert.IsType<LinkSight.Done>(await Follow.PressAsync(link, null, "by link (mail)", default));

        Assert.Equal(action == LinkAction.Settle ? [] : ["by link (mail)"], (await _parcels.AllAsync()).Select(parcel => parcel.Care!.By));
        await _parcels.AtAsync(60);
        Assert.Equal(0, await _parcels.WatchAsync());
        await _parcels.AtAsync(228);
        Assert.Equal(action == LinkAction.Settle ? 0 : 1, await _parcels.WatchAsync());                 // another limit comes near
    }

    [Theory]
    [InlineData(LinkAction.Acknowledge)]
    [InlineData(LinkAction.Settle)]
    public async Task Looking_ChangesNothing_AndPressingTwiceIsPressingOnce(LinkAction action)
    {
        var link = await ToldAsync(action);
        var untouched = await RowsAsync();
        await Follow.LookAsync(link, default);
        Assert.Equal(untouched, await RowsAsync());
        await Follow.PressAsync(link, null, "Anna", default);
        var before = await RowsAsync();

        Assert.IsType<LinkSight.Used>(await Follow.PressAsync(link, null, "Boris", default));
        Assert.IsType<LinkSight.Used>(await Follow.LookAsync(link, default));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task BothLinksOfALine_AreUsedByThemselves_AndThoseOfAnotherMessageSayWhatIsTrue()
    {
        var link = await ToldAsync(LinkAction.Acknowledge);

        Assert.IsType<LinkSight.Done>(await Follow.PressAsync(link, null, "Anna", default));
        Assert.IsType<LinkSight.Answered>(await Follow.PressAsync(link with { Notice = Guid.NewGuid() }, null, "Boris", default));
        Assert.IsType<LinkSight.Done>(await Follow.PressAsync(link with { Action = LinkAction.Settle }, null, "Anna", default));
        Assert.Equal(new LinkSight.Closed(null), await Follow.PressAsync(link, null, "Anna", default));
        Assert.Equal(new LinkSight.Closed(null), await Follow.PressAsync(link with { Action = LinkAction.Settle, Notice = Guid.NewGuid() }, null, "Boris", default));
    }

    [Theory]
    [InlineData(LinkAction.Acknowledge)]
    [InlineData(LinkAction.Settle)]
    public async Task OfManyWhoPressAtOnce_OneIsHeard(LinkAction action)
    {
        var link = await ToldAsync(action);

        var sights = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Follow.PressAsync(link, null, $"{n}", default))));

        Assert.Single(sights, sight => sight is LinkSight.Done);
        Assert.Equal(7, sights.Count(sight => sight is LinkSight.Used));
        Assert.Single(await _parcels.World.Ledger.RangeAsync(Sample.Pool, KeyRange.Tickets, 100, default));
    }

    [Theory]
    [InlineData(CarrierEventKind.Scanned, "Moved")]
    [InlineData(CarrierEventKind.Lost, "Moved")]
    [InlineData(CarrierEventKind.Delivered, "Closed")]
    public async Task WhatNoLongerHolds_IsNotDone(CarrierEventKind told, string expected)
    {
        var link = await ToldAsync(LinkAction.Settle);
        await _parcels.World.Of<MoveConsignments>().TellAsync(Sample.Pool, [new CarrierEvent(link.Order, told, _parcels.World.Now)], default);
        var before = await RowsAsync();

        Assert.Equal(expected, (await Follow.PressAsync(link, null, "Anna", default)).GetType().Name);
        Assert.Equal(expected, (await Follow.PressAsync(link with { Action = LinkAction.Acknowledge }, null, "Anna", default)).GetType().Name);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task ALinkAboutTheOrder_DoesNothingToItsParcel()
    {
        var link = await ToldAsync(LinkAction.Acknowledge);
        var before = await RowsAsync();

        Assert.Equal(new LinkSight.Closed(null), await Follow.PressAsync(link with { Trouble = null }, null, "Anna", default));
        Assert.Equal(new LinkSight.Closed(null), await Follow.PressAsync(link with { Order = new OrderKey("nobody", "P-1") }, null, "Anna", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Follow.PressAsync(link, Domain.Deadlines.SnoozeTime.OneHour, "Anna", default));
        Assert.Equal(before, await RowsAsync());
    }

    private FollowLink Follow => _parcels.World.Of<FollowLink>();

    private async Task<AlertLink> ToldAsync(LinkAction action)
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(25);
        await _parcels.WatchAsync();
        var (notice, _) = Assert.Single(await _parcels.World.OpenNoticesAsync(), open => open.Notice.Consignments.Count > 0);
        var line = Assert.Single(notice.Consignments);
        return new AlertLink(action, line.Order, line.Clock.Limit, notice.Id, notice.Route, line.Clock.Limit + Duration.FromDays(3)) { Trouble = line.Clock.Trouble };
    }

    private async Task<IReadOnlyList<(string Key, string Version)>> RowsAsync() =>
        [.. (await _parcels.World.Ledger.RangeAsync(Sample.Pool, new KeyRange("", "\uffff"), int.MaxValue, default)).Select(stored => (stored.Row.Key.Value, stored.Version))];
}
