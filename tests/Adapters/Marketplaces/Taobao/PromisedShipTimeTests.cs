using NodaTime;
using ShipBy.Adapters.Marketplaces.Taobao;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

/// <summary>The order of choice, one field taken away after the other. The trade's times are those of the wall in China, eight hours ahead of UTC.</summary>
public sealed class PromisedShipTimeTests
{
    private static readonly TradeTimes Full = new()
    {
        PayTime = "2026-03-01 20:00:00",
        DeliveryTime = "2026-03-05 12:00:00",
        PromisedConsignTimes = ["2026-03-06 13:00:00", "2026-03-06 12:00:00"],
        EstimatedConsignTime = "2026-03-08 12:00:00",
        SendTime = "2026-03-09 12:00:00",
        ConsignInterval = 72,
        Lines = [new LineTimes("2026-03-04 12:00:00", "2026-03-07 12:00:00")],
    };

    [Theory]
    [InlineData(0, "2026-03-04T04:00:00Z PromisedTime orders.delivery_time")]
    [InlineData(1, "2026-03-05T04:00:00Z PromisedTime delivery_time")]
    [InlineData(2, "2026-03-06T04:00:00Z PromisedTime logistics_consign_info.consign_time")]
    [InlineData(3, "2026-03-07T04:00:00Z PromisedTime orders.estimate_con_time")]
    [InlineData(4, "2026-03-08T04:00:00Z PromisedTime est_con_time")]
    [InlineData(5, "2026-03-09T04:00:00Z PromisedTime send_time")]
    [InlineData(6, "2026-03-04T12:00:00Z HoursAfterPayment consign_interval, 72 h")]
    [InlineData(7, "2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h")]
    [InlineData(8, null)]
    public void TheMostBindingFieldThatIsFilled_Wins(int missing, string? expected)
    {
        Func<TradeTimes, TradeTimes>[] without =
        [
            trade => trade with { Lines = [trade.Lines[0] with { DeliveryTime = "" }] },
            trade => trade with { DeliveryTime = null },
            trade => trade with { PromisedConsignTimes = [null, ""] },
            trade => trade with { Lines = [new LineTimes()] },
            trade => trade with { EstimatedConsignTime = null },
            trade => trade with { SendTime = null },
            trade => trade with { ConsignInterval = null },
            trade => trade with { PayTime = null },
        ];

        Assert.Equal(expected, Words(without.Take(missing).Aggregate(Full, (trade, less) => less(trade))));
    }

    [Theory]
    [InlineData("2026-03-08 12:00:00", "2026-03-08T04:00:00Z PromisedTime est_con_time")]
    [InlineData(" 2026-03-08 12:00:00 ", "2026-03-08T04:00:00Z PromisedTime est_con_time")]
    [InlineData("2026-03-08", "2026-03-08T15:59:59Z PromisedTime est_con_time")]                            // a day: until its last second
    [InlineData("2026-02-30 12:00:00", "2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h")]
    [InlineData("2026-3-8 12:00:00", "2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h")]
    [InlineData("2026-03-08T12:00:00Z", "2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h")]
    [InlineData("2026-03-08 24:00:00", "2026-03-08T16:00:00Z PromisedTime est_con_time")]                   // the day's end
    [InlineData("2026-03-08 24:00:01", "2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h")]
    [InlineData("付款后3天内发货", "2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h")]
    [InlineData("0000-00-00 00:00:00", "2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h")]
    public void AnEstimate_IsReadStrictly_OrPassedOver(string text, string expected) =>
        Assert.Equal(expected, Words(new TradeTimes { PayTime = Full.PayTime, EstimatedConsignTime = text }));

    [Theory]
    [InlineData("2026-03-08")]
    [InlineData("soon")]
    public void ADeadline_IsAMomentAndNoDay(string text) =>
        Assert.Equal("2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h", Words(new TradeTimes { PayTime = Full.PayTime, DeliveryTime = text, SendTime = text }));

    [Theory]
    [InlineData("2026-03-04 12:00:00", "2026-03-04 11:59:59", "2026-03-04T03:59:59Z PromisedTime orders.delivery_time")]
    [InlineData("2026-03-04 12:00:00", null, "2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h")]      // the line without a date has its 48 hours, and they end earlier
    [InlineData("2026-03-02 12:00:00", null, "2026-03-02T04:00:00Z PromisedTime orders.delivery_time")]
    public void TheEarliestLine_Wins(string one, string? other, string expected) =>
        Assert.Equal(expected, Words(new TradeTimes { PayTime = Full.PayTime, Lines = [new LineTimes(one), new LineTimes(other)] }));

    [Theory]
    [InlineData(0)]
    [InlineData(-24)]
    public void AnIntervalThatIsNone_IsPassedOver(int hours) =>
        Assert.Equal("2026-03-03T12:00:00Z HoursAfterPayment the usual, 48 h", Words(new TradeTimes { PayTime = Full.PayTime, ConsignInterval = hours }));

    [Theory]
    [InlineData(false, "2026-03-06T12:00:00Z Promotion Sale, 120 h, official")]                             // before the listing's hours
    [InlineData(true, "2026-03-09T04:00:00Z PromisedTime send_time")]                                       // and behind a date
    public void APromotion_StandsBetweenDatesAndHours(bool dated, string expected)
    {
        var sale = new PromotionPeriod(
            "Sale", new Interval(Instant.FromUtc(2026, 2, 28, 16, 0), Instant.FromUtc(2026, 3, 1, 16, 0)), new HandlingTime(Duration.FromHours(120)), "notice", Confidence.Official);

        Assert.Equal(expected, Words(new TradeTimes { PayTime = Full.PayTime, ConsignInterval = 72, SendTime = dated ? Full.SendTime : null }, sale));
    }

    private static string? Words(TradeTimes trade, params IReadOnlyList<PromotionPeriod> promotions) =>
        PromisedShipTime.Of(trade, promotions) is { } limit ? $"{limit.At} {limit.Rule} {limit.Detail}" : null;
}
