using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Marketplaces;

/// <summary>A marketplace that grades the seller, and charges for what went wrong; implemented beside <see cref="IMarketplace"/> where that is so.</summary>
public interface IAccountHealth
{
    /// <value>From which share of spoilt orders on, in percent, the seller wants to hear of it.</value>
    decimal ErrorIndexLimit { get; }

    /// <summary>How the seller stands. Throws as <see cref="IMarketplace"/> does.</summary>
    Task<AccountHealth> HealthAsync(CancellationToken cancel);
}

/// <param name="ErrorIndex">Spoilt orders of all, in percent, over the marketplace's own period; null where it does not say.</param>
/// <param name="Ratings">Those that the marketplace grades.</param>
/// <param name="Defects">Orders that hurt the index in that period, the latest first.</param>
public sealed record AccountHealth(decimal? ErrorIndex, IReadOnlyList<AccountRating> Ratings, IReadOnlyList<OrderDefect> Defects);

/// <param name="Name">In the marketplace's words.</param>
/// <param name="Value">As the marketplace has it: percent, hours or points.</param>
public sealed record AccountRating(string Name, RatingGrade Grade, decimal? Value);

/// <summary>How a marketplace grades; higher is worse.</summary>
public enum RatingGrade
{
    Unknown,
    Fine,
    Warning,
    Critical,
}

/// <param name="Kind">In the marketplace's word: a seller's delay, a seller's cancellation.</param>
/// <param name="Charge">What it cost; null where nothing is said.</param>
/// <param name="IsForgiven">It counts, and costs nothing.</param>
public sealed record OrderDefect(string Number, string Kind, Instant? At, Money? Charge, bool IsForgiven);
