using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ShipBy.Pages.Wording;

/// <summary>One group of texts in one language, from its resource file under <c>Texts/</c>.</summary>
/// <remarks>
/// A language answers for itself: where one lacks a key, no other language steps in. Keys begin with the member of the group's class that
/// says them. In braces stand the names of values; a key ends in a plural form where a number decides the word.
/// </remarks>
public sealed partial class Texts
{
    private readonly string _group;
    private readonly FrozenDictionary<string, string> _texts;

    private Texts(string group, string language, FrozenDictionary<string, string> texts) => (_group, Language, _texts) = (group, language, texts);

    /// <value>The first one is that of the files without a language in their names.</value>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ru", "zh-CN"];

    public string Language { get; }

    internal IEnumerable<KeyValuePair<string, string>> All => _texts;

    /// <param name="group">Name of the resource file, such as <c>Letter</c>.</param>
    /// <exception cref="MissingManifestResourceException">There is no such file in that language.</exception>
    public static Texts Of(string group, string language)
    {
        var files = new ResourceManager($"{typeof(Texts).FullName}.{group}", typeof(Texts).Assembly);
        var own = files.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"There are no texts '{group}' in {language}.");
        return new Texts(group, language, own.Cast<DictionaryEntry>().ToFrozenDictionary(text => (string)text.Key, text => (string)text.Value!));
    }

    /// <param name="key">The calling member's name where it is not given.</param>
    /// <exception cref="MissingTextException">The language lacks the text.</exception>
    public string Say([CallerMemberName] string key = "") => Say(key, []);

    /// <exception cref="MissingTextException">The language lacks the text, or the text asks for a value that is not given.</exception>
    public string Say(string key, params (string Name, object Value)[] values) => Placeholder().Replace(
        Find(key) ?? throw new MissingTextException($"'{_group}' lacks the text '{key}' in {Language}."),
        asked => values.Where(value => value.Name == asked.Groups["name"].Value).Select(value => Convert.ToString(value.Value, CultureInfo.InvariantCulture)).FirstOrDefault()
            ?? throw new MissingTextException($"The text '{key}' of '{_group}' in {Language} asks for {asked.Value}, which is not given."));

    /// <summary>Says the form of a text that goes with a number; in the text it stands as <c>{count}</c>.</summary>
    /// <exception cref="MissingTextException">The language lacks the form, or the text asks for a value that is not given.</exception>
    public string Count(string key, int count, params (string Name, object Value)[] values) =>
        Say($"{key}.{PluralForm.Of(count, Language)}", [("count", count), .. values]);

    /// <returns>Null where there is none: for keys that come from outside.</returns>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    internal static partial Regex Placeholder();
}
