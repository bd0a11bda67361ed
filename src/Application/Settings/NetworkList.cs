using System.Globalization;
using System.Text.RegularExpressions;

namespace ShipBy.Application.Settings;

/// <summary>Judges a list of networks as a setting has it, such as <c>195.34.21.0/24, 2001:db8::/32</c>.</summary>
public static partial class NetworkList
{
    /// <summary>Whether each is a network: its first address, and how many bits of it count.</summary>
    public static bool IsSound(string text) => text.Split(',').All(network => IsOfFour(network.Trim()) || OfSix().IsMatch(network.Trim()));

    private static bool IsOfFour(string network)
    {
        if (OfFour().Match(network) is not { Success: true } match)
        {
            return false;
        }

        var (parts, bits) = (match.Groups["part"].Captures.Select(part => int.Parse(part.ValueSpan, CultureInfo.InvariantCulture)).ToList(), int.Parse(match.Groups["bits"].ValueSpan, CultureInfo.InvariantCulture));
        var address = parts.Aggregate(0u, (sum, part) => (sum << 8) | (uint)part);
        return parts.All(part => part <= 255) && bits <= 32 && (bits == 32 || address << bits == 0 || (bits == 0 && address == 0));
    }

    [GeneratedRegex(@"^((?<part>[0-9]{1,3})(\.|/)){4}(?<bits>[0-9]{1,2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfFour();

    [GeneratedRegex(@"^[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}/([0-9]|[1-9][0-9]|1[01][0-9]|12[0-8])\z", RegexOptions.CultureInvariant)]
    private static partial Regex OfSix();
}
