using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>Why an order was late, cancelled or defective, as a person said.</summary>
/// <param name="By">Who, in the seller's words.</param>
public sealed record ConfirmedCause(CauseKind Kind, string By, Instant At, string? Note = null);
