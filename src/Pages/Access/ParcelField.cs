namespace ShipBy.Pages.Access;

/// <summary>What a form says about a parcel on its way.</summary>
internal static class ParcelField
{
    public const string Name = "say";

    public const string Acknowledge = "acknowledge";

    public const string Settle = "settle";
}
