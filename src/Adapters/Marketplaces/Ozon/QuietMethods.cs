using System.Collections.Concurrent;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>Remembers which methods asked to be left alone: calling on would only prolong it, and may cost the key.</summary>
internal sealed class QuietMethods(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public void LeaveAlone(string method, TimeSpan pause) => _until[method] = time.GetUtcNow() + pause;

    /// <exception cref="MarketplaceBusyException"><paramref name="method"/> is still to be left alone.</exception>
    public void ThrowIfLeftAlone(string method)
    {
        if (!_until.TryGetValue(method, out var until))
            return;

        var left = until - time.GetUtcNow();
        if (left > TimeSpan.Zero)
            throw new MarketplaceBusyException(left);

        _until.TryRemove(KeyValuePair.Create(method, until));
    }
}
