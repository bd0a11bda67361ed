using NodaTime;

namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace that takes a day's parcels all at once, on a paper; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does. Making and approving are the seller's deeds: they are not made again by themselves.</remarks>
public interface ICarriages
{
    /// <summary>What is to be handed over on a day, by way of delivery.</summary>
    Task<IReadOnlyList<CarriagePlan>> CarriagesAsync(LocalDate day, CancellationToken cancel);

    /// <summary>Puts all that is packed for one way of delivery into a carriage.</summary>
    /// <returns>The carriage's number.</returns>
    Task<long> CreateCarriageAsync(long deliveryMethod, LocalDate day, CancellationToken cancel);

    /// <summary>Says that the carriage is complete: its paper is made from then on.</summary>
    Task ApproveCarriageAsync(long carriage, CancellationToken cancel);

    /// <summary>How far the paper is, and the paper itself once it is ready.</summary>
    Task<CarriagePaper> CarriagePaperAsync(long carriage, CancellationToken cancel);
}

/// <param name="CutOff">Until when the parcels have to be there; null where the marketplace does not say.</param>
/// <param name="ToPack">Parcels that have to go on that day.</param>
/// <param name="Packed">Those of them that are packed.</param>
/// <param name="Carriage">The number of the carriage; null where none was made yet.</param>
/// <param name="State">Of the carriage, in the marketplace's word; blank without one.</param>
/// <param name="Errors">Why none can be made.</param>
public sealed record CarriagePlan(long DeliveryMethod, string Name, Instant? CutOff, int ToPack, int Packed, long? Carriage, string State, IReadOnlyList<string> Errors);

/// <param name="State">In the marketplace's word: <c>in_process</c>, <c>ready</c>, <c>error</c>.</param>
/// <param name="Added">Orders that are on it.</param>
/// <param name="Removed">Orders that were taken off it.</param>
/// <param name="File">As PDF; null while it is not ready.</param>
public sealed record CarriagePaper(string State, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, byte[]? File);
