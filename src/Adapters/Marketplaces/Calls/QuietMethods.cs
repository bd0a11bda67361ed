using System.Collections.Concurrent;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>Remembers which methods asked to be left alone: calling on would only prolong it, and may cost the key.</summary>
internal sealed class QuietMethods(CallOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public void LeaveAlone(string method, TimeSpan pause) => _until[method] = time.GetUtcNow() + pause;

    /// <summary>Waits out a short pause.</summary>
    /// <exception cref="MarketplaceBusyException"><paramref name="method"/> is to be left alone for longer than our patience.</exception>
    public async ValueTask WaitAsync(string method, CancellationToken cancel)
    {
        if (!_until.TryGetValue(method, out var until))
            return;

        var left = until - time.GetUtcNow();
        if (left > options.Patience)
            throw new MarketplaceBusyException(left);

        if (left > TimeSpan.Zero)
            await Task.Delay(left, time, cancel);

        _until.TryRemove(KeyValuePair.Create(method, until));
    }
}
