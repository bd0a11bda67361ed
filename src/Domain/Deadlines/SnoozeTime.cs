using NodaTime;

namespace ShipBy.Domain.Deadlines;

/// <summary>How long a seller may put a reminder off without thinking about it.</summary>
public enum SnoozeTime
{
    OneHour,
    ThreeHours,

    /// <summary>The shop's next calendar day at 9:00, after midnight too.</summary>
    TomorrowMorning,
}

public static class SnoozeTimes
{
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>The time from <paramref name="now"/> on, on the shop's wall clock; <see cref="AttentionPolicy.Snooze"/> may cut it short.</summary>
    /// <remarks>A morning that the clocks skip begins when they go on; one that occurs twice is its first occurrence.</remarks>
    public static Duration LengthFrom(this SnoozeTime time, Instant now, DateTimeZone zone) => time switch
    {
        SnoozeTime.OneHour => Duration.FromHours(1),
        SnoozeTime.ThreeHours => Duration.FromHours(3),
        SnoozeTime.TomorrowMorning => zone.AtLeniently(now.InZone(zone).Date.PlusDays(1) + Morning).ToInstant() - now,
        var unknown => throw new ArgumentOutOfRangeException(nameof(time), unknown, "No length is written for it."),
    };
}
