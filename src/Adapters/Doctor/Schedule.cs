using System.Globalization;
using NCrontab;
using NodaTime;

namespace ShipBy.Adapters.Doctor;

/// <summary>A timer's schedule as the host reads it: six or five fields of NCRONTAB in UTC, or a fixed interval as <c>hh:mm:ss</c>.</summary>
internal sealed class Schedule
{
    /// <value>Every day of a week, with the nights between.</value>
    private static readonly Duration Horizon = Duration.FromDays(8);

    private const int MostRuns = 20_000;

    private readonly Func<DateTime, DateTime> _next;

    private Schedule(Func<DateTime, DateTime> next) => _next = next;

    /// <returns>Null where the host would not take it.</returns>
    public static Schedule? TryParse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval))
        {
            return interval > TimeSpan.Zero ? new Schedule(now => now + interval) : null;
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } cron ? new Schedule(cron.GetNextOccurrence) : null;
    }

    /// <returns>The first run after <paramref name="now"/>; null when there is none in all the years to come.</returns>
    public Instant? After(Instant now) => _next(now.ToDateTimeUtc()) is var next && next < DateTime.MaxValue.Date ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(next, DateTimeKind.Utc)) : null;

    /// <summary>The longest time between two runs that follow each other in the days after <paramref name="now"/>.</summary>
    /// <returns>Null when fewer than two come.</returns>
    public Duration? LongestGap(Instant now)
    {
        Duration? longest = null;
        var (run, count) = (After(now), 1);
        while (run is { } at && at - now < Horizon && count++ < MostRuns && After(at) is { } next)
        {
            longest = Duration.Max(longest ?? Duration.Zero, next - at);
            run = next;
        }

        return longest;
    }
}
