using System.Globalization;
using Microsoft.Azure.Functions.Worker.Local.Timers;

namespace ShipBy.AzureSdk.Tests.Worker;

public class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-11-22T12:00:00Z", "2026-11-22T12:05:00Z")]      // what is due now is not next
    [InlineData("0 */5 * * * *", "2026-11-22T12:04:59Z", "2026-11-22T12:05:00Z")]
    [InlineData("*/5 * * * *", "2026-11-22T12:04:59Z", "2026-11-22T12:05:00Z")]        // five fields: at second 0
    [InlineData("* * * * * *", "2026-11-22T12:04:59Z", "2026-11-22T12:05:00Z")]
    [InlineData("0 30 9 * * 1", "2026-11-22T12:00:00Z", "2026-11-23T09:30:00Z")]       // Monday
    [InlineData("0 0 0 * * 0", "2026-11-22T12:00:00Z", "2026-11-29T00:00:00Z")]        // Sunday is 0
    [InlineData("0 0 0 29 2 *", "2026-11-22T12:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("00:05:00", "2026-11-22T12:00:01Z", "2026-11-22T12:05:01Z")]
    public void After_GivesTheNextTime(string schedule, string now, string expected) =>
        Assert.Equal(Utc(expected), TimerSchedule.TryParse(schedule)!.After(Utc(now)));

    [Theory]
    [InlineData("")]
    [InlineData("hourly")]
    [InlineData("* * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("0 0 24 * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("00:00:00")]
    public void TryParse_GivesNothing_ForWhatIsNoSchedule(string schedule) => Assert.Null(TimerSchedule.TryParse(schedule));

    [Theory]
    [InlineData("* * * * * *", true)]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,59 * * * * *", true)]
    [InlineData("0 * * * * *", false)]      // once a minute is not more than once a minute
    [InlineData("00:00:59", true)]
    [InlineData("00:01:00", false)]
    public void WhatIsDueMoreThanOnceAMinute_IsNotMonitored(string schedule, bool expected) =>
        Assert.Equal(expected, TimerSchedule.TryParse(schedule)!.IsDueMoreThanOnceAMinute(Utc("2026-11-22T12:00:00Z")));

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
