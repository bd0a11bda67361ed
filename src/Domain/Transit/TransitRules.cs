using NodaTime;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Domain.Transit;

/// <summary>What a shop expects of its carrier once a parcel is handed over. One of the three lengths is there at least.</summary>
/// <param name="Ladder">The rungs before a limit at which it is told that the limit is near.</param>
public sealed record TransitRules(Ladder Ladder)
{
    /// <value>From the hand-over to the carrier's first scan; null: nobody asks.</value>
    public Duration? FirstScanWithin { get; init; }

    /// <value>From the hand-over to the buyer; null: nobody asks.</value>
    public Duration? ArriveWithin { get; init; }

    /// <value>Without any move between; null: nobody asks.</value>
    public Duration? StuckAfter { get; init; }

    /// <value>How the carrier is reached, in the seller's words; empty: nobody said.</value>
    public string CarrierContact { get; init; } = "";
}
