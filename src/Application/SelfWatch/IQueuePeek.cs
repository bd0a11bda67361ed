using NodaTime;

namespace ShipBy.Application.SelfWatch;

/// <summary>Looks into the queues without taking anything out: a message that is taken is evidence that is eaten.</summary>
public interface IQueuePeek
{
    /// <returns>The queues that hold visible messages; null when the queues do not answer.</returns>
    Task<IReadOnlyList<QueueLook>?> LookAsync(CancellationToken cancel);
}

/// <param name="IsPoison">Whether the host put its messages away because they failed too often.</param>
/// <param name="Messages">At least so many are visible.</param>
/// <param name="OldestAt">When the oldest of those that were seen was put in.</param>
public sealed record QueueLook(string Queue, bool IsPoison, int Messages, Instant OldestAt);
