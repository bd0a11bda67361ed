using System.Collections.Concurrent;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Cuts a listener's wait short when this very process adds to its queue.</summary>
internal sealed class QueueBell
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _rings = new(StringComparer.OrdinalIgnoreCase);

    public void Ring(string queue)
    {
        if (_rings.TryRemove(queue, out var ring))
        {
            ring.TrySetResult();
        }
    }

    /// <summary>Ends at a ring, after <paramref name="longest"/>, or with <paramref name="stop"/>; never throws.</summary>
    public async Task WaitAsync(string queue, TimeSpan longest, TimeProvider clock, CancellationToken stop)
    {
        var ring = _rings.GetOrAdd(queue, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(ring.Task, Task.Delay(longest, clock, over.Token));
        await over.CancelAsync();
    }
}
