namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a failed timer function again, inside the same invocation.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <value>Runs after the first one. -1 means for ever.</value>
    public int MaxRetryCount { get; set; }
}

public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">Runs after the first one; -1 means for ever.</param>
    /// <param name="delayInterval">Time between two runs, as <c>hh:mm:ss</c>.</param>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) =>
        (MaxRetryCount, DelayInterval) = (maxRetryCount, delayInterval);

    public string DelayInterval { get; }
}

public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">Runs after the first one; -1 means for ever.</param>
    /// <param name="minimumInterval">First delay, as <c>hh:mm:ss</c>.</param>
    /// <param name="maximumInterval">Longest delay, as <c>hh:mm:ss</c>.</param>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) =>
        (MaxRetryCount, MinimumInterval, MaximumInterval) = (maxRetryCount, minimumInterval, maximumInterval);

    public string MinimumInterval { get; }

    public string MaximumInterval { get; }
}
