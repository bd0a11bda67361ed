using NodaTime;

namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace where buyers write to the seller; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does. What buyers wrote is not read: the seller reads it in the cabinet.</remarks>
public interface IBuyerTalk
{
    /// <value>How long the seller gives himself for an answer.</value>
    Duration ReplyWithin { get; }

    /// <summary>Buyers whose last words nobody has read, the longest waiting first.</summary>
    Task<IReadOnlyList<WaitingBuyer>> WaitingBuyersAsync(CancellationToken cancel);

    /// <summary>Bad reviews that nobody has answered, the oldest first; null where the seller's subscription does not let them be read.</summary>
    Task<IReadOnlyList<BadReview>?> BadReviewsAsync(CancellationToken cancel);
}

/// <param name="Since">When the first unread message came, as far as can be told.</param>
/// <param name="Order">The order it is about; null where the marketplace does not say.</param>
public sealed record WaitingBuyer(Instant Since, string? Order);

/// <param name="Rating">Points, 1 to 5.</param>
/// <param name="Product">The marketplace's number of the product.</param>
public sealed record BadReview(Instant Since, int Rating, string Product);
