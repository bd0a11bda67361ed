namespace ShipBy.Sandbox.Ozon;

/// <summary>So many requests in a window of time; the window slides.</summary>
internal sealed class RateLimit(TimeProvider time, int most, TimeSpan window)
{
    private readonly Queue<DateTimeOffset> _taken = [];
    private readonly Lock _gate = new();

    /// <returns>What is left, or how long until there is something again.</returns>
    public (bool Allowed, int Remaining, TimeSpan RetryAfter) Take()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_taken.TryPeek(out var oldest) && now - oldest >= window)
            {
                _taken.Dequeue();
            }

            if (_taken.Count >= most)
            {
                return (false, 0, _taken.Peek() + window - now);
            }

            _taken.Enqueue(now);
            return (true, most - _taken.Count, TimeSpan.Zero);
        }
    }
}
