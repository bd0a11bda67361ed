using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Estimates;

/// <summary>It is Monday noon; the shop works on weekdays from 9 to 21.</summary>
public sealed class MostPressingTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Usual(DateTimeZone.Utc);
    private static readonly Instant Saturday = Sample.Noon + Duration.FromDays(5);

    [Fact]
    public void LessWorkingTime_ComesFirst_ThenMoreMoney_ThenTheNumber()
    {
        Pressure[] expected =
        [
            Of(-1, 10, "overdue, dear"), Of(-90, 5, "overdue, cheap"), Of(0, 9, "due now, and still on time"), Of(1, 1, "in an hour"),
            Of(2, 7, "a"), Of(2, 7, "b"), Of(2, 6, "less money"), Of(2, null, "nobody knows its value"), Of(24, 99, "tomorrow"), Of(null, 500, "without a deadline"),
        ];

        Assert.Equal(expected, expected.Reverse().Order(MostPressing.First));
        Assert.Equal(expected, expected.OrderBy(one => one.Number, StringComparer.Ordinal).Order(MostPressing.First));
    }

    [Fact]
    public void ClosedHours_LeaveNothing_SoThatMoneyDecides()
    {
        var friday = Saturday - Duration.FromHours(12);
        var saturday = Pressure.Of(Saturday, new Money(1, "RUB"), "saturday", Calendar, friday);
        var sunday = Pressure.Of(Saturday + Duration.FromDays(1), new Money(2, "RUB"), "sunday", Calendar, friday);

        Assert.Equal([sunday, saturday], new[] { saturday, sunday }.Order(MostPressing.First));
    }

    [Fact]
    public void Currencies_AreNotExchanged()
    {
        Pressure[] expected = [Of(2, 1, "1") with { AtStake = new Money(5, "CNY") }, Of(2, 1, "2") with { AtStake = new Money(3, "CNY") }, Of(2, 4, "3")];

        Assert.Equal(expected, expected.Reverse().Order(MostPressing.First));
    }

    private static Pressure Of(int? hours, long? roubles, string number) => Pressure.Of(
        hours is { } left ? Sample.Noon + Duration.FromHours(left) : null, roubles is { } worth ? new Money(worth * 100, "RUB") : null, number, Calendar, Sample.Noon);
}
