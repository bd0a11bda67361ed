using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Run;

/// <summary>Where a parcel is, in the marketplace's words.</summary>
internal static class ParcelWay
{
    private const string Delivering = "delivering";

    public static (string Status, string Substatus, DateTimeOffset Since) At(ParcelTale tale, DateTimeOffset handedOver, DateTimeOffset now) =>
        Stages(tale).Select(stage => (stage.Status, stage.Substatus, Since: handedOver + stage.After)).Last(stage => stage.Since <= now);

    /// <summary>Since when nothing is as it should be with a parcel that is not cancelled.</summary>
    /// <returns>Null for one that arrives.</returns>
    public static DateTimeOffset? TroubleSince(ParcelTale tale, DateTimeOffset handedOver) =>
        tale.End is ParcelEnd.Arrives ? null : handedOver + Stages(tale).Last().After;

    private static IEnumerable<(TimeSpan After, string Status, string Substatus)> Stages(ParcelTale tale)
    {
        if (tale.Scan > TimeSpan.Zero)
        {
            yield return (TimeSpan.Zero, "acceptance_in_progress", "posting_acceptance_in_progress");
        }

        switch (tale.End)
        {
            case ParcelEnd.NeverScanned:
                yield break;
            case ParcelEnd.NotAccepted:
                yield return (tale.Scan, "not_accepted", "posting_not_in_sort_center");
                yield break;
            default:
                yield return (tale.Scan, Delivering, "posting_on_way_to_city");
                break;
        }

        if (tale.End is ParcelEnd.Arrives)
        {
            yield return (tale.Scan + tale.Leg, Delivering, "posting_on_way_to_pickup_point");
            yield return (tale.Scan + tale.Leg * 2, Delivering, "posting_in_pickup_point");
            yield return (tale.Scan + tale.Leg * 3, "delivered", "posting_delivered");
        }
    }
}
