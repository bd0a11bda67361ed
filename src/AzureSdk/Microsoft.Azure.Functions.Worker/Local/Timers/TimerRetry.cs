using System.Globalization;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Queues;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>How often and when a failed timer function runs again within its invocation.</summary>
/// <param name="MaxCount">Runs after the first; -1 means for ever.</param>
/// <param name="NextDelay">Asked once per failure of one invocation.</param>
internal sealed record TimerRetry(int MaxCount, Func<TimeSpan> NextDelay)
{
    /// <summary>Begins the count anew, for one invocation.</summary>
    /// <exception cref="HostRefusedException">An interval of the policy is no time.</exception>
    public static TimerRetry For(RetryAttribute? policy, Random random) => policy switch
    {
        FixedDelayRetryAttribute by => Fixed(by.MaxRetryCount, Span(by.DelayInterval)),
        ExponentialBackoffRetryAttribute by => Growing(by.MaxRetryCount, new RandomizedBackoff(Span(by.MinimumInterval), Span(by.MaximumInterval), random)),
        _ => new TimerRetry(0, () => TimeSpan.Zero),
    };

    public bool Allows(int retriesDone) => MaxCount == -1 || retriesDone < MaxCount;

    private static TimerRetry Fixed(int count, TimeSpan delay) => new(count, () => delay);

    private static TimerRetry Growing(int count, RandomizedBackoff backoff) => new(count, () => backoff.Next(success: false));

    private static TimeSpan Span(string text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
        ? span
        : throw new HostRefusedException($"A retry policy has the interval '{text}'; it must be hh:mm:ss.");
}
