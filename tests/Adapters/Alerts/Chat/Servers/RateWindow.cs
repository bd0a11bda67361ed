namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>Takes so many a minute, and may sulk for a while after one too many.</summary>
internal sealed class RateWindow(int perMinute, TimeProvider clock, TimeSpan sulk = default)
{
    private readonly Queue<DateTimeOffset> _taken = [];

    private DateTimeOffset _sulksUntil;

    public bool Takes()
    {
        var now = clock.GetUtcNow();
        while (_taken.TryPeek(out var oldest) && oldest <= now - TimeSpan.FromMinutes(1))
        {
            _taken.Dequeue();
        }

        if (now < _sulksUntil)
        {
            return false;
        }

        if (_taken.Count >= perMinute)
        {
            _sulksUntil = now + sulk;
            return false;
        }

        _taken.Enqueue(now);
        return true;
    }
}
