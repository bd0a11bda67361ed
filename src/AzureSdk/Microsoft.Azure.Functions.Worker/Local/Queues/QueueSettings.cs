namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>The queues part of host.json; one for all queue functions of an app.</summary>
internal sealed record QueueSettings
{
    /// <value>Also the first delay, and the step by which delays grow.</value>
    public static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(100);

    /// <value>How long a message that was taken is hidden. No setting changes it.</value>
    public static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    public int BatchSize { get; init; } = 16;

    /// <value>The next batch is asked for when no more than this many messages are being handled.</value>
    public int NewBatchThreshold { get; init; } = 8;

    public int MaxDequeueCount { get; init; } = 5;

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <value>How long a message is hidden after a failed run; not how long it is hidden while it runs.</value>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    public bool Base64 { get; init; } = true;

    public static QueueSettings Defaults(bool development, int processors) => new()
    {
        NewBatchThreshold = 8 * processors,
        MaxPollingInterval = development ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(1),
    };
}
