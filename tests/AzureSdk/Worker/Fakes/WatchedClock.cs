using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace ShipBy.AzureSdk.Tests.Worker.Fakes;

/// <summary>A clock that stands until it is moved, and tells which waits are begun on it, in order.</summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public WatchedClock(DateTimeOffset? start = null)
        : base(start ?? new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Waits until somebody waits on this clock.</summary>
    public Task<TimeSpan> NextWaitAsync() =>
        _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Lets the next wait that is begun pass, and nothing more.</summary>
    /// <returns>How long it was.</returns>
    public async Task<TimeSpan> PassAsync()
    {
        var wait = await NextWaitAsync();
        Advance(wait);

        return wait;
    }
}
