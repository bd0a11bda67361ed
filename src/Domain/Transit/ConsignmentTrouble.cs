using NodaTime;

namespace ShipBy.Domain.Transit;

/// <summary>What is wrong with a parcel on its way, the worst last.</summary>
public enum ConsignmentTrouble
{
    /// <summary>Nothing has moved for too long.</summary>
    Stuck,

    /// <summary>The carrier has not scanned it.</summary>
    NotScanned,

    /// <summary>The buyer has not got it.</summary>
    NotArrived,

    /// <summary>The carrier says that it never got it.</summary>
    NotAccepted,

    /// <summary>The carrier says that it lost it.</summary>
    Lost,
}

/// <summary>A limit that runs for a parcel.</summary>
/// <param name="Limit">The instant itself is still in time.</param>
public sealed record TransitClock(ConsignmentTrouble Trouble, Instant Limit)
{
    /// <value>Whether it has a length that can be waited for, and so rungs before its end. What the carrier admits is there at once, and what has not moved is seen only afterwards.</value>
    public bool HasRungs => Trouble is ConsignmentTrouble.NotScanned or ConsignmentTrouble.NotArrived;
}
