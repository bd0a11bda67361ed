namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>What a start makes of the times the last run wrote down.</summary>
/// <param name="Status">The times as they hold now.</param>
/// <param name="Changed">Whether they differ from what was written down.</param>
/// <param name="PastDue">Whether a run was missed, and is made up for by one.</param>
internal sealed record StartDecision(ScheduleStatus Status, bool Changed, bool PastDue);

internal static class ScheduleMonitor
{
    /// <remarks>A schedule that no longer yields the time that was written down has changed: nothing was missed then.</remarks>
    public static StartDecision AtStart(ScheduleStatus? written, TimerSchedule schedule, DateTime now)
    {
        if (written is null)
        {
            return new StartDecision(Fresh(schedule, now), Changed: true, PastDue: false);
        }

        var basis = written.Last != default ? written.Last : written.LastUpdated;
        var expected = schedule.After(basis != default ? basis : now);
        if (expected == written.Next)
        {
            return new StartDecision(written, Changed: false, PastDue: now > written.Next);
        }

        return new StartDecision(expected < now ? Fresh(schedule, now) : Fresh(schedule, basis), Changed: true, PastDue: false);
    }

    /// <summary>The times after a run that counted as <paramref name="invoked"/>.</summary>
    public static ScheduleStatus AfterRun(TimerSchedule schedule, DateTime invoked) =>
        new() { Last = invoked, Next = schedule.After(invoked), LastUpdated = invoked };

    private static ScheduleStatus Fresh(TimerSchedule schedule, DateTime from) =>
        new() { Next = schedule.After(from), LastUpdated = from };
}
