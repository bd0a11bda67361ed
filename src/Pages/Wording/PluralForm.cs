namespace ShipBy.Pages.Wording;

/// <summary>Which form of a word goes with a whole number.</summary>
/// <remarks>
/// Source: Unicode CLDR, "Language Plural Rules", cardinal numbers. Its Russian <c>other</c> is for fractions, so nothing here takes it.
/// </remarks>
internal static class PluralForm
{
    public static string Of(int number, string language)
    {
        var size = Math.Abs((long)number);
        return language switch
        {
            "en" => size == 1 ? "one" : "other",
            "ru" => (size % 10, size % 100) switch
            {
                (1, not 11) => "one",
                (2 or 3 or 4, not (12 or 13 or 14)) => "few",
                _ => "many",
            },
            _ => AllOf(language)[0],
        };
    }

    /// <exception cref="ArgumentException">We do not know how <paramref name="language"/> counts.</exception>
    public static IReadOnlyList<string> AllOf(string language) => language switch
    {
        "en" => ["one", "other"],
        "ru" => ["one", "few", "many"],
        "zh-CN" => ["other"],
        _ => throw new ArgumentException($"No plural rule is written for '{language}'.", nameof(language)),
    };
}
