namespace ShipBy.Sandbox;

/// <summary>After how much of the marketplace's time a parcel in trouble has to be named in a run of channels. Whoever sets up the app gives it the same lengths.</summary>
public static class ParcelClocks
{
    /// <value>From the hand-over to the carrier's first scan.</value>
    public static TimeSpan FirstScanWithin { get; } = TimeSpan.FromHours(18);

    /// <value>Without any move. Parcels that are well move more often.</value>
    public static TimeSpan StuckAfter { get; } = TimeSpan.FromHours(18);

    /// <value>The app need not follow a parcel earlier than this after its hand-over: its order may still be among the open ones.</value>
    public static TimeSpan FollowedAfter { get; } = TimeSpan.FromHours(12);
}
