namespace ShipBy.Sandbox.Source.Generator;

/// <summary>Draws what becomes of parcels after their hand-over. Most arrive, so that a life that goes well ends within a run too.</summary>
internal static class ParcelFates
{
    /// <value>One of each among the first, so that a run of minutes sees them end.</value>
    private static readonly double[] First = [0.05, 0.9, 0.15, 0.9, 0.2, 0.9, 0.3];

    private static readonly TimeSpan LostAfterAtLeast = TimeSpan.FromSeconds(6);

    /// <summary>Gives a posting its parcel's tale.</summary>
    /// <param name="before">How many postings whose parcels could fare in any way came before it.</param>
    public static PlannedOrder Drawn(PlannedOrder order, SeededRandom chance, int before)
    {
        var drawn = chance.NextShare();
        var draw = MayFareAnyHow(order) && before < First.Length ? First[before] : drawn;
        var (scan, leg) = (Seconds(chance, 3, 8), Seconds(chance, 12, 25));
        if (order.IsRfbs)
        {
            // The seller's own carrier: that the parcel was given away is the first that is heard, and the last where it does not move.
            return Going(order, IsWhole(order) && draw < 0.1 ? ParcelEnd.Stuck : ParcelEnd.Arrives, TimeSpan.Zero, leg);
        }

        var end = !MayFareAnyHow(order) ? ParcelEnd.Arrives : draw switch
        {
            < 0.10 => ParcelEnd.NeverScanned,
            < 0.18 => ParcelEnd.NotAccepted,
            < 0.26 => ParcelEnd.Stuck,
            < 0.32 => ParcelEnd.Lost,
            _ => ParcelEnd.Arrives,
        };
        return end is ParcelEnd.Lost
            ? Going(order, end, scan, leg) with { CancelledAfterShip = scan + LostAfterAtLeast + leg / 4 }
            : Going(order, end, scan, leg);
    }

    /// <summary>Whether Ozon's own carriers may do to it whatever they do.</summary>
    public static bool MayFareAnyHow(PlannedOrder order) => !order.IsRfbs && IsWhole(order);

    /// <summary>A parcel that its buyer does not want any more only comes back.</summary>
    private static bool IsWhole(PlannedOrder order) => order.CancelledAfterShip is null;

    private static PlannedOrder Going(PlannedOrder order, ParcelEnd end, TimeSpan scan, TimeSpan leg) => order with { Parcel = new ParcelTale(end, scan, leg), OnItsWay = null };

    private static TimeSpan Seconds(SeededRandom chance, double from, double to) => TimeSpan.FromMilliseconds((long)(chance.Between(from, to) * 1000));
}
