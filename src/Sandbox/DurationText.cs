using System.Globalization;

namespace ShipBy.Sandbox;

/// <summary>Durations as people write them: <c>90s</c>, <c>7m</c>, <c>1.5h</c>, <c>2d</c>.</summary>
internal static class DurationText
{
    /// <exception cref="InvalidSetupException">Not a positive number followed by s, m, h or d.</exception>
    public static TimeSpan Parse(string text, string setting)
    {
        var unit = text is "" ? TimeSpan.Zero : text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        var isNumber = double.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);

        return unit > TimeSpan.Zero && isNumber && number > 0 && number <= 100_000
            ? unit * number
            : throw new InvalidSetupException($"{setting}: '{text}' is not a duration such as 60s, 7m or 1h.");
    }
}
