using System.Globalization;
using System.Text.RegularExpressions;

namespace ShipBy.Cli.Commands;

/// <summary>Times as people type them: <c>60s</c>, <c>7m</c>, <c>1h30m</c>, <c>1.5h</c>.</summary>
internal static partial class DurationText
{
    /// <remarks>Timers run every second, so a shorter run would be over before the first of them.</remarks>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <returns>A time from 5 seconds to 7 days, both included.</returns>
    /// <exception cref="FormatException">It is none, lacks a unit, or is too short or too long.</exception>
    public static TimeSpan Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            throw new FormatException($"'{text}' is no time. Write it with its unit, such as --for 60s, 7m or 1h30m");
        }

        var seconds = (3600 * Part(match, "h")) + (60 * Part(match, "m")) + Part(match, "s");
        return seconds < Shortest.TotalSeconds || seconds > Longest.TotalSeconds
            ? throw new FormatException($"A run cannot last {text}. Give it a time from 5s to 168h, such as --for 60s")
            : TimeSpan.FromSeconds(seconds);
    }

    private static double Part(Match match, string unit) =>
        match.Groups[unit] is { Success: true, Value: var number } ? double.Parse(number, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?=.)((?<h>\d{1,6}(\.\d{1,6})?)h)?((?<m>\d{1,6}(\.\d{1,6})?)m)?((?<s>\d{1,6}(\.\d{1,6})?)s)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
