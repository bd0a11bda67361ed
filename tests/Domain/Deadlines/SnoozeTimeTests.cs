using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Domain.Tests.Deadlines;

public sealed class SnoozeTimeTests
{
    [Theory]
    [InlineData(SnoozeTime.OneHour, "Europe/Moscow", "2026-11-27T20:30:00Z", "2026-11-27T21:30:00Z")]
    [InlineData(SnoozeTime.ThreeHours, "Europe/Moscow", "2026-11-27T20:30:00Z", "2026-11-27T23:30:00Z")]
    [InlineData(SnoozeTime.TomorrowMorning, "Europe/Moscow", "2026-11-27T20:59:59Z", "2026-11-28T06:00:00Z")]       // 23:59:59 of the 27th
    [InlineData(SnoozeTime.TomorrowMorning, "Europe/Moscow", "2026-11-27T21:00:00Z", "2026-11-29T06:00:00Z")]       // midnight: the 28th has begun
    [InlineData(SnoozeTime.TomorrowMorning, "Europe/Moscow", "2026-11-28T05:59:00Z", "2026-11-29T06:00:00Z")]
    [InlineData(SnoozeTime.TomorrowMorning, "Asia/Shanghai", "2026-11-27T20:59:59Z", "2026-11-29T01:00:00Z")]
    [InlineData(SnoozeTime.TomorrowMorning, "Europe/Berlin", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z")]       // the clocks go forward: an hour less
    [InlineData(SnoozeTime.TomorrowMorning, "Europe/Berlin", "2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z")]       // and back
    public void ATime_IsReadOnTheShopsWallClock(SnoozeTime time, string zone, string now, string expected) =>
        Assert.Equal(At(expected), At(now) + time.LengthFrom(At(now), DateTimeZoneProviders.Tzdb[zone]));

    [Fact]
    public void ATimeThatIsNone_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((SnoozeTime)7).LengthFrom(At("2026-11-27T20:30:00Z"), DateTimeZone.Utc));

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
