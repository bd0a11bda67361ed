using System.Globalization;

namespace ShipBy.Pages.Wording;

/// <summary>All that ShipBy says to a seller in one language. Every text is required: a language that lacks one does not compile.</summary>
public sealed record Words
{
    /// <value>Its tag, as the settings and <c>lang</c> attributes have it.</value>
    public required string Language { get; init; }

    public required NumberFormatInfo Numbers { get; init; }

    public required TimeWords Time { get; init; }

    public required OrderWords Orders { get; init; }

    public required LetterWords Letter { get; init; }

    public required TodayWords Today { get; init; }

    public required EnterWords Enter { get; init; }

    /// <exception cref="ArgumentException">We do not speak <paramref name="language"/>.</exception>
    public static Words In(string language) => language switch
    {
        "ru" => Russian.Words,
        "zh-CN" => Chinese.Words,
        "en" => English.Words,
        _ => throw new ArgumentException($"'{language}' is not a language of ShipBy; set ShipBy__Language to ru, zh-CN or en.", nameof(language)),
    };
}
