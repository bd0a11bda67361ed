using NodaTime;

namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace whose buyers ask the seller to cancel an order, and which grants it where nobody answers; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does. What buyers wrote is not read: the seller reads it in the cabinet.</remarks>
public interface ICancelRequests : IChannel
{
    /// <summary>Those that nobody has decided, the most pressing first.</summary>
    Task<IReadOnlyList<CancelRequest>> CancelRequestsAsync(CancellationToken cancel);

    /// <summary>Says yes or no to one. It must not be said of a request that is decided already: read them first.</summary>
    /// <param name="comment">In the seller's words; a refusal needs them.</param>
    Task DecideAsync(CancelRequest request, bool isGranted, string? comment, CancellationToken cancel);
}

/// <param name="Order">Null where the marketplace does not say.</param>
/// <param name="AskedAt">When it was asked, as far as can be told.</param>
/// <param name="DecideBy">When the marketplace grants it by itself; where it does not say, when the seller's own time for an answer ends.</param>
/// <param name="Reason">In the marketplace's words; null where it gives none.</param>
public sealed record CancelRequest(long Id, string? Order, Instant AskedAt, Instant DecideBy, string? Reason);
