using System.Globalization;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Tests.Screen;

public class TimeTextTests
{
    [Theory]
    [InlineData("-00:00:05", "0:00")]
    [InlineData("00:00:43.9", "0:43")]
    [InlineData("00:59:59", "59:59")]
    [InlineData("01:00:00", "1:00:00")]
    [InlineData("2.03:04:05", "2d 3:04:05")]
    public void Clock_NeverGoesBelowZero(string time, string expected) => Assert.Equal(expected, TimeText.Clock(Span(time)));

    [Theory]
    [InlineData("00:00:59", "under a minute")]
    [InlineData("00:12:40", "12 min")]
    [InlineData("09:40:00", "9 h 40 min")]
    [InlineData("2.04:59:00", "2 d 4 h")]
    public void Words_GiveTheTwoLargestUnits(string time, string expected) => Assert.Equal(expected, TimeText.Words(Span(time)));

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
