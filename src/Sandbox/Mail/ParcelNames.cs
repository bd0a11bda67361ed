namespace ShipBy.Sandbox.Mail;

/// <summary>A parcel on its way that a mail names, with what is wrong with it by the app's word.</summary>
/// <param name="Limit">Unix seconds of the limit that has passed; null where it is not said.</param>
internal sealed record NamedParcel(string Order, string Trouble, long? Limit);

/// <summary>Reads the header that a mail about parcels carries: <c>order/trouble@limit</c>, orders percent-encoded as in <see cref="WarningNames"/>.</summary>
internal static class ParcelNames
{
    public const string Header = "X-ShipBy-Parcels";

    public static IReadOnlyList<NamedParcel> Read(string? header) => WarningNames.Read(header).Select(name => new NamedParcel(name.Order, name.Rung, name.Deadline)).ToArray();
}
