using System.Globalization;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Seller;

/// <summary>A parcel as the seller tells the app of it.</summary>
/// <param name="Carrier">By the shop's own code; null where the shop wants none.</param>
internal sealed record Parcel(string? Carrier, string TrackingNumber);

/// <summary>Which carrier takes an order, and the number on its parcel: the same however often it is asked.</summary>
internal static class Parcels
{
    private static readonly (string Code, string Prefix)[] Chinese = [("YTO", "YT"), ("ZTO", "ZT"), ("SF", "SF"), ("YUNDA", "YD")];

    private static readonly (string Code, string Prefix)[] European = [("DHL", "JD"), ("DPD", "DP"), ("GLS", "GL")];

    public static Parcel Of(PlannedOrder order, long seed) => Drawn(order, new SeededRandom(seed, "parcel " + order.Number));

    /// <summary>The one that the seller sent by hand with the first line.</summary>
    public static Parcel OfFirstLine(PlannedOrder order, long seed) => Drawn(order, new SeededRandom(seed, "first line's parcel " + order.Number));

    private static Parcel Drawn(PlannedOrder order, SeededRandom chance)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{chance.Below(10_000_000):0000000}{chance.Below(1_000_000):000000}");
        var carriers = order.Channel is Channel.Taobao ? Chinese : European;
        var (code, prefix) = carriers[chance.Below(carriers.Length)];
        return order.Channel is Channel.Ozon ? new Parcel(null, "CD" + digits) : new Parcel(code, prefix + digits);
    }
}
