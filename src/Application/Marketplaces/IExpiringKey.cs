using NodaTime;

namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace whose key dies by itself; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
public interface IExpiringKey
{
    /// <summary>When the key stops working; null where the marketplace does not say. Throws as <see cref="IMarketplace"/> does.</summary>
    Task<Instant?> KeyExpiresAtAsync(CancellationToken cancel);
}
