using System.Globalization;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Application.Alerts;

/// <summary>The header by which a program reads from a notice which warnings it brings.</summary>
/// <remarks>
/// Its value lists <c>number/rung@deadline</c>, parted by a comma and a space: the posting number as <see cref="Uri.EscapeDataString(string)"/>
/// writes it, the deadline in whole Unix seconds. Escaping also keeps line breaks out, so that no number can start a header of its own.
/// </remarks>
public static class WarningHeader
{
    public const string Name = "X-ShipBy-Warnings";

    /// <summary>One entry for every rung of every line, in the order of the lines; what is said beside the ladder is none.</summary>
    public static string Write(IEnumerable<WarningLine> lines) => string.Join(", ", lines.SelectMany(Entries));

    private static IEnumerable<string> Entries(WarningLine line) =>
        from rung in line.Rungs
        where !Rung.IsBesideTheLadder(rung)
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{Uri.EscapeDataString(line.Order.Number)}/{Uri.EscapeDataString(rung)}@{line.Deadline.ToUnixTimeSeconds()}");
}
