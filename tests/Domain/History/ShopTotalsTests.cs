using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.History;

/// <summary>The sample's order comes on a Monday at noon and is due thirty hours later.</summary>
public sealed class ShopTotalsTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Usual(DateTimeZone.Utc);

    private static readonly Order Shipped = Sample.Order with { State = OrderState.Shipped, ShippedAt = Sample.Noon + Duration.FromHours(3) };

    [Theory]
    [InlineData(3, 0, 3)]
    [InlineData(30, 0, 9 + 9)]          // the deadline itself is still on time
    [InlineData(31, 1, 9 + 10)]
    public void AShippedOrder_CountsWithTheWorkingTimeThatItLay(int hours, int late, int exposure) => Assert.Equal(
        new ShopTotals("shop", 1, late, new HandOverRecord(1, Duration.FromHours(exposure))) { Took = HandlingTimes.Of(Duration.FromHours(exposure)) },
        ShopTotals.Of(Shipped with { ShippedAt = Sample.Noon + Duration.FromHours(hours) }, Calendar));

    /// <summary>Ozon's tariff gets worse after one moment, and a delay is counted from another; a pick-up that was missed counts nothing.</summary>
    [Theory]
    [InlineData(31, null, 1)]
    [InlineData(31, 126, 0)]
    [InlineData(126, 126, 0)]
    [InlineData(127, 126, 1)]
    public void Late_IsWhatTheMarketplaceCounts(int hours, int? counted, int late)
    {
        var order = Shipped with { ShippedAt = Sample.Noon + Duration.FromHours(hours), LatenessAt = counted is { } at ? Sample.Noon + Duration.FromHours(at) : null };

        Assert.Equal(late, ShopTotals.Of(order, Calendar)!.HandedOverLate);
        Assert.Equal(0, ShopTotals.Of(order with { ShipByRule = new ShipByRule(DeadlineRule.PlatformLimit, order.ShippedAt!.Value), LatenessAt = null }, Calendar)!.HandedOverLate);
    }

    [Theory]
    [InlineData(DeadlineRule.ConfirmLimit, false)]
    [InlineData(DeadlineRule.PackLimit, false)]
    [InlineData(DeadlineRule.PlatformLimit, true)]
    [InlineData(DeadlineRule.PlatformLateness, true)]
    [InlineData(DeadlineRule.HandlingTime, true)]
    public void ADeadlineForSomethingElse_SaysNothingOfHandOvers(DeadlineRule rule, bool counts) =>
        Assert.Equal(counts, ShopTotals.Of(Shipped with { ShipByRule = new ShipByRule(rule, Shipped.ShipBy!.Value) }, Calendar) is not null);

    /// <summary>The sample comes at noon. The shop's own calendar opens at 10 and closes at 14; it takes orders of the day until 11.</summary>
    [Theory]
    [InlineData(null, 3 + 24, 9 + 6)]
    [InlineData("14:00", 3 + 24, 2 + 4)]
    [InlineData("11:00", 3 + 24, 4)]
    public void HowLongItTook_IsCountedAsTheShopPromisesIt(string? cutOff, int hours, int took)
    {
        var own = new WorkCalendar(DateTimeZone.Utc, Enum.GetValues<IsoDayOfWeek>().ToDictionary(day => day, _ => new WorkHours(new LocalTime(10, 0), new LocalTime(14, 0))), new Dictionary<LocalDate, WorkHours?>());
        var promise = cutOff is null ? null : new HandlingTime(Duration.FromHours(8), own, NodaTime.Text.LocalTimePattern.ExtendedIso.Parse(cutOff + ":00").Value);

        var totals = ShopTotals.Of(Shipped with { ShippedAt = Sample.Noon + Duration.FromHours(hours) }, Calendar, promise)!;

        Assert.Equal(HandlingTimes.Of(Duration.FromHours(took)), totals.Took);
        Assert.Equal(new HandOverRecord(1, Duration.FromHours(9 + 6)), totals.Record);          // paces of several shops are compared: all by one calendar
    }

    [Fact]
    public void ACancelledOrder_CountsAsLainOnly() => Assert.Equal(
        new ShopTotals("shop", 0, 0, new HandOverRecord(0, Duration.FromHours(3))),
        ShopTotals.Of(Sample.Order with { State = OrderState.Cancelled, CancelledAt = Sample.Noon + Duration.FromHours(3) }, Calendar));

    [Fact]
    public void WhatNobodySaw_CountsNothing()
    {
        Assert.Null(ShopTotals.Of(Sample.Order, Calendar));                                                     // still open
        Assert.Null(ShopTotals.Of(Shipped with { ShipBy = null }, Calendar));
        Assert.Null(ShopTotals.Of(Shipped with { TakenAt = Shipped.ShippedAt!.Value }, Calendar));              // first seen closed
        Assert.NotNull(ShopTotals.Of(Shipped with { TakenAt = Shipped.ShippedAt!.Value - Duration.FromTicks(1) }, Calendar));
    }

    [Fact]
    public void TheSum_KeepsShopsApart_AndForgetsThoseThatCancelOut()
    {
        var took = HandlingTimes.Of(Duration.FromHours(3));
        var one = new ShopTotals("b", 1, 1, new HandOverRecord(1, Duration.FromHours(3))) { Took = took };

        Assert.Equal(
            [one with { Shop = "a", HandedOver = 2, HandedOverLate = 2, Record = new HandOverRecord(2, Duration.FromHours(6)), Took = took + took }],
            ShopTotals.Sum([one, one with { Shop = "a" }, -one, one with { Shop = "a" }]));
    }
}
