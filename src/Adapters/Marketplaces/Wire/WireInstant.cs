using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;

namespace ShipBy.Adapters.Marketplaces.Wire;

/// <summary>The marketplace's moments: RFC 3339 in UTC with no to nine digits of fraction, and a year 9999 for "never".</summary>
internal static partial class WireInstant
{
    /// <value>What anything in or beyond the year 9999 is cut to. A whole second, so that it survives every format it is stored in.</value>
    public static Instant Latest { get; } = Instant.FromUtc(9999, 12, 31, 23, 59, 59);

    /// <summary>Whether the field holds something that should be a moment and is not: neither "none" nor readable.</summary>
    public static bool IsBroken(JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => false,
        JsonValueKind.String => field.Text() is { } text && !text.StartsWith("0001-01-01", StringComparison.Ordinal) && Read(text) is null,
        _ => true,
    };

    /// <returns>Null when <paramref name="text"/> is no moment, and for the year 1, which stands for "none". Without a zone it is UTC.</returns>
    public static Instant? Read(string? text)
    {
        if (text is null || Form().Match(text) is not { Success: true } match)
            return null;

        var (year, offset) = (Number(match, "year"), OffsetOf(match.Groups["zone"].ValueSpan));
        if (year <= 1 || offset is null)
            return null;

        try
        {
            var local = new LocalDateTime(
                year, Number(match, "month"), Number(match, "day"), Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
            var read = local.InUtc().ToInstant() + Duration.FromNanoseconds(Fraction(match.Groups["fraction"].Value)) - offset.Value;
            return Instant.Min(read, Latest);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;    // the thirtieth of February
        }
        catch (OverflowException)
        {
            return Latest;  // the last hours of the year 9999 in a western zone
        }
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static long Fraction(string digits) =>
        digits is "" ? 0 : long.Parse(digits.Length > 9 ? digits[..9] : digits.PadRight(9, '0'), CultureInfo.InvariantCulture);

    private static Duration? OffsetOf(ReadOnlySpan<char> zone)
    {
        if (zone is "" or "Z" or "z")
            return Duration.Zero;

        var hours = int.Parse(zone[1..3], CultureInfo.InvariantCulture);
        var minutes = int.Parse(zone[^2..], CultureInfo.InvariantCulture);
        if (hours > 18 || minutes > 59)
            return null;

        var offset = Duration.FromMinutes((hours * 60) + minutes);
        return zone[0] is '-' ? -offset : offset;
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})([Tt ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?)?(?<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
