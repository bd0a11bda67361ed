using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Estimates;

/// <summary>The sample's order comes on a Monday at noon and is due on Tuesday at 18:00; the shop works from 9 to 21.</summary>
public sealed class OrderOutlookTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Usual(DateTimeZone.Utc);
    private static readonly HandOverPace Pace = new(new HandOverRecord(8, Duration.FromHours(26)));

    [Theory]
    [InlineData(0, 0, 18)]
    [InlineData(5, 5, 13)]
    [InlineData(15, 9, 9)]          // at night nothing passes
    [InlineData(30, 18, 0)]
    [InlineData(40, 21, 0)]         // overdue
    public void ItSaysWhatIsLeft_AndWhy(int hours, int lain, int left)
    {
        var outlook = OrderOutlook.Of(Sample.Order, Pace, Calendar, Sample.Noon + Duration.FromHours(hours))!;

        Assert.Equal(new OutlookReason(Duration.FromHours(5), 8, IsGuess: false, Duration.FromHours(lain), Duration.FromHours(left)), outlook.Reason);
        Assert.Equal((Duration.FromHours(left), new Money(306_000, "RUB"), false), (outlook.WorkingLeft, outlook.AtStake, outlook.IsGuess));
        Assert.Equal(Math.Pow((20.0 + lain) / (20 + lain + left), 4), outlook.ChanceToMiss, tolerance: 1e-9);
    }

    [Fact]
    public void WithoutARecord_ItIsAGuess() => Assert.Equal(
        (true, 0), OrderOutlook.Of(Sample.Order, HandOverPace.Unknown, Calendar, Sample.Noon) is { } outlook ? (outlook.IsGuess, outlook.Reason.OrdersCounted) : default);

    [Fact]
    public void WhatIsClosedOrHasNoDeadline_HasNone()
    {
        Assert.Null(OrderOutlook.Of(Sample.Order with { ShipBy = null }, Pace, Calendar, Sample.Noon));
        Assert.Null(OrderOutlook.Of(Sample.Order with { State = OrderState.Shipped, ShippedAt = Sample.Noon + Duration.FromHours(1) }, Pace, Calendar, Sample.Noon));
    }
}
