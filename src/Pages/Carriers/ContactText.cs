using System.Text.RegularExpressions;

namespace ShipBy.Pages.Carriers;

/// <summary>How somebody is reached, in the seller's words, with the first number or address in it as something to press.</summary>
/// <param name="Href">Null where there is neither; then all stands in <paramref name="Before"/>.</param>
internal sealed partial record ContactText(string Before, string Link, string? Href, string After)
{
    /// <value>Fewer are a year, a counter, a room.</value>
    private const int FewestDigits = 5;

    public static ContactText Of(string text)
    {
        if (Mail().Match(text) is { Success: true } mail)
        {
            return Around(text, mail, "mailto:" + mail.Value);
        }

        return Phone().Matches(text).FirstOrDefault(phone => phone.Value.Count(char.IsAsciiDigit) >= FewestDigits) is { } number
            ? Around(text, number, "tel:" + string.Concat(number.Value.Where(letter => char.IsAsciiDigit(letter) || letter == '+')))
            : new ContactText(text, "", null, "");
    }

    private static ContactText Around(string text, Match match, string href) => new(text[..match.Index], match.Value, href, text[(match.Index + match.Length)..]);

    [GeneratedRegex(@"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\+?[0-9(][0-9 ()\u00A0-]*[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
