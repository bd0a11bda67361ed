namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>What a shop expects of its carrier after the hand-over, as <c>Shops__&lt;name&gt;__*</c> sets it. Without one of the three lengths parcels are not followed.</summary>
/// <remarks>A length may be given another than its name says, as a ladder's rung may: <c>24h=40s</c>.</remarks>
public sealed class TransitOptions
{
    /// <value>From the hand-over to the carrier's first scan, such as <c>24h</c>. Ozon tells the scan; of other marketplaces' parcels only a carrier's file does.</value>
    public string FirstScanWithin { get; init; } = "";

    /// <value>From the hand-over to the buyer, such as <c>20d</c>.</value>
    public string ArriveWithin { get; init; } = "";

    /// <value>Time without any move after which a parcel counts as stuck, such as <c>5d</c>.</value>
    public string StuckAfter { get; init; } = "";

    /// <value>Rungs before the first scan and the arrival are due, as <c>ShipBy__Ladder</c> has them. Default <c>12h</c>.</value>
    public string TransitLadder { get; init; } = "";

    /// <value>How the carrier is reached: a telephone number, an address. It is shown where a parcel needs a word.</value>
    public string CarrierContact { get; init; } = "";
}
