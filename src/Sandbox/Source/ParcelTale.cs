namespace ShipBy.Sandbox.Source;

/// <summary>How a parcel ends that the carrier was given.</summary>
internal enum ParcelEnd
{
    Arrives,
    NeverScanned,

    /// <summary>The sorting centre says that it never came.</summary>
    NotAccepted,

    /// <summary>It is scanned once, and then nothing moves any more.</summary>
    Stuck,

    /// <summary>Its order is cancelled by the carrier, and nothing comes back.</summary>
    Lost,
}

/// <summary>What becomes of a parcel once it is handed over. Durations are wall time.</summary>
/// <param name="Scan">From the hand-over until it is scanned, or missed; zero where handing over is all that the marketplace hears of it.</param>
/// <param name="Leg">From one move to the next.</param>
internal sealed record ParcelTale(ParcelEnd End, TimeSpan Scan, TimeSpan Leg);
