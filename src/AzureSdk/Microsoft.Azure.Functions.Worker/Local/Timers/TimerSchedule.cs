using System.Globalization;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>When a timer is due, in UTC, as on the plans without a time-zone setting.</summary>
internal sealed class TimerSchedule
{
    private readonly Func<DateTime, DateTime> _next;

    private TimerSchedule(Func<DateTime, DateTime> next) => _next = next;

    /// <summary>Reads six or five fields, or a fixed interval as <c>hh:mm:ss</c>.</summary>
    public static TimerSchedule? TryParse(string text)
    {
        if (text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval))
        {
            return interval > TimeSpan.Zero ? new TimerSchedule(now => now + interval) : null;
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var cron = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 });

        return cron is null ? null : new TimerSchedule(cron.GetNextOccurrence);
    }

    /// <returns>The first time after <paramref name="now"/>, which itself does not count.</returns>
    public DateTime After(DateTime now) => _next(now);

    /// <summary>Whether two runs may be less than a minute apart, as far as the next ones from <paramref name="now"/> show.</summary>
    public bool IsDueMoreThanOnceAMinute(DateTime now)
    {
        var due = After(now);
        for (var i = 0; i < 5; i++)
        {
            var next = After(due);
            if (next - due < TimeSpan.FromMinutes(1))
            {
                return true;
            }

            due = next;
        }

        return false;
    }
}
