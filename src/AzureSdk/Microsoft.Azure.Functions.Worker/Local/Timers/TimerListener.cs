using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>Runs one timer function: never two runs at once, and what a long run misses is made up for by one.</summary>
internal sealed class TimerListener(
    FunctionEntry entry,
    TimerSchedule schedule,
    FunctionInvoker invoker,
    ITimerStore? store,
    SingletonLease? lease,
    TimeProvider clock,
    Random random,
    ILogger log) : IFunctionListener
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);

    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)entry.Trigger;

    public string Name => entry.Name;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task RunAsync(DriverLife life) => lease is null
        ? TickAsync(life, life.Polling)
        : lease.WorkAsync(held => TickAsync(life, held), life.Polling);

    private async Task TickAsync(DriverLife life, CancellationToken stop)
    {
        var (status, pastDue) = await BeginAsync(stop);
        if (pastDue || _trigger.RunOnStartup)
        {
            status = await RunAndNoteAsync(Now, status, pastDue, life, stop);
        }

        while (await WaitUntilAsync(status.Next, stop))
        {
            status = await RunAndNoteAsync(Now, status, pastDue: false, life, stop);
        }
    }

    private async Task<(ScheduleStatus Status, bool PastDue)> BeginAsync(CancellationToken stop)
    {
        if (store is null)
        {
            return (new ScheduleStatus { Next = schedule.After(Now) }, false);
        }

        try
        {
            var decision = ScheduleMonitor.AtStart(await store.ReadAsync(entry.Name, stop), schedule, Now);
            if (decision.Changed)
            {
                await store.WriteAsync(entry.Name, decision.Status, stop);
            }

            return (decision.Status, decision.PastDue);
        }
        catch (Exception e)
        {
            DriverLog.TimerStatusFailed(log, e, entry.Name);
            return (new ScheduleStatus { Next = schedule.After(Now) }, false);
        }
    }

    private async Task<ScheduleStatus> RunAndNoteAsync(
        DateTime invoked, ScheduleStatus status, bool pastDue, DriverLife life, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            return status;
        }

        var info = new TimerInfo { IsPastDue = pastDue, ScheduleStatus = store is null ? null : status };
        await RunAsync(info, life.Execution);
        var after = ScheduleMonitor.AfterRun(schedule, invoked);
        try
        {
            await (store?.WriteAsync(entry.Name, after, life.Settling) ?? Task.CompletedTask);
        }
        catch (Exception e)
        {
            DriverLog.TimerStatusFailed(log, e, entry.Name);
        }

        return after;
    }

    private async Task RunAsync(TimerInfo info, CancellationToken cancel)
    {
        var retry = TimerRetry.For(entry.Retry, random);
        for (var done = 0; ; done++)
        {
            try
            {
                await invoker.InvokeAsync(entry, new TriggerEvent(info, TriggerEvent.NoData, done, retry.MaxCount), cancel);
                return;
            }
            catch (Exception e)
            {
                DriverLog.TimerFailed(log, e, entry.Name);
            }

            if (cancel.IsCancellationRequested || !retry.Allows(done) || !await PausedAsync(retry.NextDelay(), cancel))
            {
                return;
            }
        }
    }

    private async Task<bool> WaitUntilAsync(DateTime due, CancellationToken stop)
    {
        // The clock is read once a turn: between two reads the due instant may pass, and a pause below zero would end this timer for good.
        for (var left = due - Now; !stop.IsCancellationRequested && left > TimeSpan.Zero; left = due - Now)
        {
            await PausedAsync(left < LongestWait ? left : LongestWait, stop);
        }

        return !stop.IsCancellationRequested;
    }

    /// <returns>False if it was stopped.</returns>
    private async Task<bool> PausedAsync(TimeSpan time, CancellationToken stop)
    {
        await Task.Delay(time, clock, stop).ContinueWith(_ => { }, TaskScheduler.Default);

        return !stop.IsCancellationRequested;
    }
}
