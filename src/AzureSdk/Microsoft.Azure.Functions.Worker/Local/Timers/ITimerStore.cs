namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>Keeps what a monitored timer wrote down after its last run.</summary>
internal interface ITimerStore
{
    /// <returns>Null if the timer never ran nor started before.</returns>
    Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancel);

    Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancel);
}

/// <summary>One lease per name, held by at most one instance unless that instance is paused past its end.</summary>
internal interface ISingletonLock
{
    /// <returns>The lease's id, or null if somebody else has it.</returns>
    Task<string?> TryAcquireAsync(string name, TimeSpan period, CancellationToken cancel);

    /// <returns>False if the lease is not ours any more.</returns>
    Task<bool> RenewAsync(string name, string lease, CancellationToken cancel);

    Task ReleaseAsync(string name, string lease, CancellationToken cancel);
}
