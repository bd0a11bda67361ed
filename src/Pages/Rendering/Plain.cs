namespace ShipBy.Pages.Rendering;

/// <summary>Tames text that came from outside before it is laid out.</summary>
internal static class Plain
{
    /// <summary>One line without control characters: fit for a subject and for a line of a plain mail.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>At most <paramref name="length"/> UTF-16 units, never half a surrogate pair, with a mark where something was cut off.</summary>
    public static string Cut(string text, int length) => text.Length <= length
        ? text
        : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";
}
