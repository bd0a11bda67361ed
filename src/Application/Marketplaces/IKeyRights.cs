namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace that says what a shop's key may do; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
public interface IKeyRights
{
    /// <summary>What the key may not do though ShipBy would; null where the marketplace does not say. Throws as <see cref="IMarketplace"/> does.</summary>
    Task<MissingRights?> MissingRightsAsync(CancellationToken cancel);
}

/// <param name="Needed">Methods without which no order can be guarded.</param>
/// <param name="Others">Methods without which something else cannot be done: labels, packing, stock.</param>
public sealed record MissingRights(IReadOnlyList<string> Needed, IReadOnlyList<string> Others);
