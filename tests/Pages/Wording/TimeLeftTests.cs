using NodaTime;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public class TimeLeftTests
{
    [Theory]
    [InlineData(0, "0 s left")]                        // the deadline itself is still on time
    [InlineData(-1, "1 s overdue")]                    // and the least thing after it is not
    [InlineData(1, "1 s left")]
    [InlineData(59_999, "59 s left")]
    [InlineData(60_000, "1 min left")]
    [InlineData(61_000, "1 min 1 s left")]
    [InlineData(599_999, "9 min 59 s left")]
    [InlineData(600_000, "10 min left")]
    [InlineData(3_599_999, "59 min left")]
    [InlineData(3_600_000, "1 h left")]
    [InlineData(7_199_999, "1 h 59 min left")]         // never told as two hours
    [InlineData(86_399_999, "23 h 59 min left")]
    [InlineData(86_400_000, "1 d left")]
    [InlineData(-90_000_000, "1 d 1 h overdue")]
    [InlineData(8_640_000_000, "100 d left")]
    public void Tell_RoundsDown_ToTheTwoLargestUnits(long milliseconds, string expected) =>
        Assert.Equal(expected, TimeLeft.Tell(Duration.FromMilliseconds(milliseconds), Words.In("en").Time).Replace('\u00A0', ' '));

    /// <summary>Working time is told in hours, however many: a day of it is no twenty-four hours.</summary>
    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59, "59 min")]
    [InlineData(60, "1 h")]
    [InlineData(599, "9 h 59 min")]
    [InlineData(600, "10 h")]
    [InlineData(659, "10 h")]
    [InlineData(1_800, "30 h")]
    public void Working_RoundsDown_AndKnowsNoDays(int minutes, string expected) =>
        Assert.Equal(expected, TimeLeft.Working(Duration.FromMinutes(minutes), Words.In("en").Time).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("ru", "осталось 2 ч 10 мин", "просрочено на 2 ч 10 мин", "срок не назначен")]
    [InlineData("zh-CN", "剩余2小时10分钟", "已逾期2小时10分钟", "未设截止时间")]
    [InlineData("en", "2 h 10 min left", "2 h 10 min overdue", "no deadline set")]
    public void Tell_SpeaksTheLanguage(string language, string left, string overdue, string none)
    {
        var words = Words.In(language).Time;
        var length = Duration.FromMinutes(130);

        Assert.Equal([left, overdue, none], [.. new Duration?[] { length, -length, null }.Select(some => TimeLeft.Tell(some, words).Replace('\u00A0', ' '))]);
    }

    [Theory]
    [InlineData("6h", "6 h before")]
    [InlineData("90m", "90 min before")]
    [InlineData("30min", "30 min before")]
    [InlineData("2d", "2 d before")]
    [InlineData("45s", "45 s before")]
    [InlineData("overdue", "overdue")]
    [InlineData("early", "early")]
    [InlineData("first", "first")]
    [InlineData("h", "h")]
    [InlineData("24h", "24 h before")]
    [InlineData("2 hours", "2 hours")]
    [InlineData("", "")]
    public void ARung_IsToldByItsTime_WhereItsNameIsOne(string rung, string expected) =>
        Assert.Equal(expected, RungText.Tell(rung, Words.In("en").Time).Replace('\u00A0', ' '));
}
