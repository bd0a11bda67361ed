using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>Does a listener's work in one instance at a time, as long as that instance keeps its lease.</summary>
internal sealed class SingletonLease(ISingletonLock locks, string name, SingletonSettings settings, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan RenewalRetry = TimeSpan.FromSeconds(5);

    /// <summary>Waits for the lease, works until it is lost, waits again. Never throws.</summary>
    public async Task WorkAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await TryAcquireAsync(stop) is { } lease)
            {
                await WorkAsync(lease, work, stop);
            }
            else
            {
                await Pause(settings.RecoveryInterval, stop);
            }
        }
    }

    private async Task WorkAsync(string lease, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = RenewAsync(lease, held);
        await work(held.Token);
        await held.CancelAsync();
        if (await renewing)
        {
            await ReleaseAsync(lease);
        }
    }

    /// <returns>Whether the lease is still ours at the end.</returns>
    private async Task<bool> RenewAsync(string lease, CancellationTokenSource held)
    {
        var end = clock.GetUtcNow() + settings.LockPeriod;
        var wait = settings.LockPeriod / 2;
        while (true)
        {
            await Pause(wait, held.Token);
            if (held.IsCancellationRequested)
            {
                return true;
            }

            var asked = clock.GetUtcNow();
            var answer = await TryRenewAsync(lease, held.Token);
            if (answer is true)
            {
                (end, wait) = (asked + settings.LockPeriod, settings.LockPeriod / 2);
            }
            else if (answer is false || clock.GetUtcNow() + RenewalRetry >= end)
            {
                DriverLog.LeaseLost(log, name);
                await held.CancelAsync();
                return false;
            }
            else
            {
                wait = RenewalRetry;        // storage is slow or away: the lease is ours until its end
            }
        }
    }

    /// <returns>Null if storage did not say.</returns>
    private async Task<bool?> TryRenewAsync(string lease, CancellationToken stop)
    {
        try
        {
            return await locks.RenewAsync(name, lease, stop);
        }
        catch (Exception e)
        {
            DriverLog.LeaseRefused(log, e, name);
            return null;
        }
    }

    private async Task<string?> TryAcquireAsync(CancellationToken stop)
    {
        try
        {
            return await locks.TryAcquireAsync(name, settings.LockPeriod, stop);
        }
        catch (Exception e)
        {
            DriverLog.LeaseRefused(log, e, name);
            return null;
        }
    }

    private async Task ReleaseAsync(string lease)
    {
        using var soon = new CancellationTokenSource(RenewalRetry, clock);
        try
        {
            await locks.ReleaseAsync(name, lease, soon.Token);
        }
        catch (Exception e)
        {
            DriverLog.LeaseRefused(log, e, name);       // it ends by itself
        }
    }

    private Task Pause(TimeSpan time, CancellationToken stop) =>
        Task.Delay(time, clock, stop).ContinueWith(_ => { }, TaskScheduler.Default);
}
