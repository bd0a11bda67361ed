using System.Globalization;

namespace ShipBy.Application.Alerts;

/// <summary>The header by which a program reads from a notice which parcels on their way it tells of.</summary>
/// <remarks>
/// Its value lists <c>number/trouble@limit</c> in the form of <see cref="WarningHeader"/>: the trouble is a <see cref="Domain.Transit.ConsignmentTrouble"/>, the limit that has passed
/// is in whole Unix seconds. Escaping keeps line breaks out here too.
/// </remarks>
public static class ParcelHeader
{
    public const string Name = "X-ShipBy-Parcels";

    /// <summary>One entry for every parcel whose limit has passed, in the order of the lines; a limit that is only near is none.</summary>
    public static string Write(IEnumerable<ConsignmentLine> lines) => string.Join(", ", lines.Where(line => line.IsOver).Select(line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Uri.EscapeDataString(line.Order.Number)}/{line.Clock.Trouble}@{line.Clock.Limit.ToUnixTimeSeconds()}")));
}
