using System.Globalization;
using NodaTime;

namespace ShipBy.Domain.Deadlines;

/// <summary>A length of time as a seller writes it: <c>1d</c>, <c>24h</c>, <c>90m</c>, <c>7.5s</c>.</summary>
public static class LengthText
{
    /// <returns>Null where it is none, not above zero, or a year and longer. The unit is needed: <c>24:00:00</c> means days to some and hours to others.</returns>
    public static Duration? Parse(string text)
    {
        var seconds = text is [.. var digits, var unit] && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * unit switch { 'd' => 86_400, 'h' => 3_600, 'm' => 60, 's' => 1, _ => double.NaN }
            : double.NaN;

        return seconds is > 0 and < 366 * 86_400d ? Duration.FromSeconds(seconds) : null;
    }
}
