namespace ShipBy.Pages.Wording;

/// <summary>What stands inside a sentence elsewhere, as the beginning of one.</summary>
internal static class TextStart
{
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
