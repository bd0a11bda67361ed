using ShipBy.Domain.Orders;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public class ShopClockTests
{
    [Theory]
    [InlineData("ru", "пт 27 ноя, 12:00")]
    [InlineData("zh-CN", "11月27日 周五 12:00")]
    [InlineData("en", "Fri 27 Nov, 12:00")]
    public void Tell_ReadsTheShopsWallClock(string language, string expected)
    {
        var clock = new ShopClock(ShopClock.ZoneOf("Europe/Moscow"), Words.In(language).Time, Sample.Now);

        Assert.Equal(expected, clock.Tell(Sample.Now));
        Assert.Equal("Europe/Moscow, UTC+3", clock.Zone);
    }

    [Theory]
    [InlineData("2026-10-24T23:59:00Z", "Sun 25 Oct, 01:59")]
    [InlineData("2026-10-25T00:59:00Z", "Sun 25 Oct, 02:59")]
    [InlineData("2026-10-25T01:30:00Z", "Sun 25 Oct, 02:30 (UTC+1)")]    // the second 02:30 of that night names its offset
    public void Tell_NamesTheOffset_WhereTheClocksHaveChanged(string instant, string expected) =>
        Assert.Equal(expected, new ShopClock(ShopClock.ZoneOf("Europe/Berlin"), Words.In("en").Time, Sample.At("2026-10-24T12:00:00Z")).Tell(Sample.At(instant)));

    [Theory]
    [InlineData("Asia/Kolkata", "Asia/Kolkata, UTC+5:30")]
    [InlineData("America/New_York", "America/New_York, UTC-5")]
    [InlineData("UTC", "UTC")]
    public void Zone_IsNamedWithItsOffset(string zone, string expected) =>
        Assert.Equal(expected, new ShopClock(ShopClock.ZoneOf(zone), Words.In("en").Time, Sample.Now).Zone);

    [Theory]
    [InlineData("2026-11-26T20:59:59Z", "Thu 26 Nov, 23:59")]
    [InlineData("2026-11-26T21:00:00Z", "00:00")]           // midnight in Moscow
    [InlineData("2026-11-27T20:59:59Z", "23:59")]
    [InlineData("2026-11-27T21:00:00Z", "Sat 28 Nov, 00:00")]
    public void TellShort_LeavesTheDayOut_OnTheShopsOwnToday(string instant, string expected) =>
        Assert.Equal(expected, new ShopClock(ShopClock.ZoneOf("Europe/Moscow"), Words.In("en").Time, Sample.Now).TellShort(Sample.At(instant)));

    [Fact]
    public void AnUnknownZone_IsRefused_WithTheSettingToChange() =>
        Assert.Contains("ShipBy__TimeZone", Assert.Throws<ArgumentException>(() => ShopClock.ZoneOf("Moscow")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ru", 153000, "RUB", "1 530 ₽")]
    [InlineData("ru", 123456789, "RUB", "1 234 567,89 ₽")]
    [InlineData("en", 153050, "RUB", "1,530.50 ₽")]
    [InlineData("zh-CN", -5, "CNY", "-0.05 ¥")]
    [InlineData("en", 1500, "JPY", "1,500 JPY")]
    [InlineData("en", 0, "RUB", "0 ₽")]
    public void Money_IsWritten_AsPricesAre(string language, long minorUnits, string currency, string expected) =>
        Assert.Equal(expected, MoneyText.Tell(new Money(minorUnits, currency), Words.In(language).Numbers).Replace('\u00A0', ' '));
}
