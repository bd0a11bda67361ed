namespace ShipBy.Domain.Carriers;

/// <summary>Names of places and carriers, made comparable: words of letters and digits in upper case, one space between.</summary>
internal static class PlaceText
{
    public static string Of(string? text) => string.Join(' ', string.Concat((text ?? "").Select(letter => char.IsLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : ' ')).Replace('Ё', 'Е').Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a town or region is the named one, with whatever stands around it: <c>г. Казань</c>, <c>Республика Татарстан</c>, <c>广东省</c>.</summary>
    /// <remarks>Whole words; Chinese has no spaces between words, and the kind of place stands at the end.</remarks>
    public static bool Names(string? text, string place)
    {
        var (whole, part) = (Of(text), Of(place));
        return part.Length > 0 && ($" {whole} ".Contains($" {part} ", StringComparison.Ordinal) || (IsChinese(part) && whole.StartsWith(part, StringComparison.Ordinal)));
    }

    private static bool IsChinese(string text) => text.All(letter => letter is >= '\u4E00' and <= '\u9FFF');
}
