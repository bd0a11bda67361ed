using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Source.Generator;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Source;

/// <summary>What is special about orders of several shops: each kind in a run of two minutes, and nothing of it where it would make the truth uncertain.</summary>
public sealed class TalesTests
{
    private static readonly DateTimeOffset End = TestRun.Start.AddMinutes(10);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(42)]
    public void TwoMinutes_HaveOneOfEachParcelsEnd_AndOfEachTrade(long seed)
    {
        var orders = Orders(seed).Where(order => order.Appears < TestRun.Start.AddSeconds(90)).ToArray();

        Assert.All(Enum.GetValues<ParcelEnd>(), end => Assert.Contains(orders, order => order.Parcel?.End == end));
        Assert.Contains(orders, order => order.Trade is { IsPresale: true });
        Assert.Contains(orders, order => order.Trade?.Refund is { Succeeds: false });
        Assert.Contains(orders, order => order.Trade?.Refund is { Succeeds: true, Line: null } || order.Trade?.FirstLineLeaves is not null);
    }

    [Fact]
    public void Parcels_ArriveAsARule_AndSomeDoNot()
    {
        var parcels = Orders(1).Where(order => order.Channel is Channel.Ozon).ToArray();

        Assert.All(parcels, order => Assert.NotNull(order.Parcel));
        Assert.InRange(parcels.Count(order => order.Parcel!.End is not ParcelEnd.Arrives), parcels.Length / 10, parcels.Length / 3);
        Assert.All(parcels.Where(order => order.IsRfbs), order => Assert.True(order.Parcel is { End: ParcelEnd.Arrives or ParcelEnd.Stuck } && order.Parcel.Scan == TimeSpan.Zero));
        Assert.All(parcels, order => Assert.True(order.Parcel!.Leg < TimeSpan.FromSeconds(30)));      // well ahead of the clock of what is stuck
        Assert.All(parcels.Where(order => order.Parcel!.End is ParcelEnd.Lost), order => Assert.True(order.CancelledAfterShip > order.Parcel!.Scan));
        Assert.All(Orders(1).Where(order => order.Channel is not Channel.Ozon), order => Assert.Null(order.Parcel));
        Assert.All(new GeneratedSource(1, TestRun.Start, null).UpTo(End), order => Assert.Null(order.Parcel));
    }

    [Fact]
    public void Trades_HaveTheirTales_BeforeTheSellerHandsThemOver()
    {
        var trades = Orders(1).Where(order => order.Trade is not null).ToArray();

        Assert.All(trades, order => Assert.Equal(Channel.Taobao, order.Channel));
        Assert.All(trades.Where(order => order.Trade!.FirstLineLeaves is not null), order => Assert.True(order.Lines.Count > 1 && order.Ships > order.Trade!.FirstLineLeaves && order.Trade.FirstLineLeaves > order.Due));
        Assert.All(trades.Where(order => order.Trade!.Refund is { Succeeds: true, Line: null }), order => Assert.Equal((null, order.Trade!.Refund!.Decided), (order.Ships, order.Cancels)));
        Assert.All(trades.Where(order => order.Trade!.Refund?.Line is not null), order => Assert.True(order.Lines.Count > 1 && order.Ships > order.Trade!.Refund!.Decided));
        Assert.All(trades.Where(order => order.Ships is not null), order => Assert.Equal(order.Ships > order.LastLimit, order.Late));
        Assert.Contains(trades, order => order.Ships < order.KeptBackUntil);      // the seller is in a hurry
        Assert.Contains(trades, order => order.Ships > order.KeptBackUntil);
    }

    [Fact]
    public void WhatMayRunOut_IsNeverRefundedAlone_NorOrderedAnew()
    {
        var scarce = Catalog.Make(1).Take(Catalog.Scarce).ToHashSet();
        var changed = Orders(1).Where(order => order.Edit is not null || order.Trade?.Refund?.Line is not null).ToArray();

        Assert.Contains(changed, order => order is { Channel: Channel.Webhook, Edit: not null });
        Assert.Contains(changed, order => order.Trade?.Refund?.Line is not null);
        Assert.All(changed, order => Assert.DoesNotContain(Differing(order), line => scarce.Contains(line.Product)));
        Assert.All(changed, order => Assert.NotEmpty(Differing(order)));

        static IEnumerable<OrderLine> Differing(PlannedOrder order) => order.Lines.Except(order.LinesAt(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void AnEdit_IsKnownForAWhile_BeforeTheSellerHandsOver() => Assert.All(
        Orders(1).Where(order => order.Edit is not null),
        order => Assert.True(order.Edit!.At > order.Due.AddSeconds(3) && order.Ships >= order.Edit.At.AddSeconds(8) && order.LinesAt(order.Edit.At) == order.Edit.Lines && order.LinesAt(order.Edit.At.AddTicks(-1)) == order.Lines));

    private static IReadOnlyList<PlannedOrder> Orders(long seed) => new GeneratedSource(seed, TestRun.Start, End, [Channel.Ozon, Channel.Taobao, Channel.Webhook]).UpTo(End);
}
