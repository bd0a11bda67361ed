using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

/// <summary>Holds for every group of texts, those to come included: a new one is found by its files and its class.</summary>
public class TextGroupTests
{
    private static readonly string[] Forms = ["zero", "one", "two", "few", "many", "other"];

    public static TheoryData<string> Groups => [.. TextGroup.OfFiles];

    public static MatrixTheoryData<string, string> GroupsAndLanguages => new(TextGroup.OfFiles, Texts.Languages);

    [Fact]
    public void EveryFile_HasItsClass_AndEveryClassItsFile()
    {
        Assert.NotEmpty(TextGroup.OfFiles);
        Assert.Equal(TextGroup.OfClasses, TextGroup.OfFiles);
    }

    [Theory]
    [MemberData(nameof(GroupsAndLanguages))]
    public void EveryLanguage_HasTheSameKeys(string group, string language) =>
        Assert.Equal(StemsOf(group, Texts.Languages[0]), StemsOf(group, language));

    [Theory]
    [MemberData(nameof(GroupsAndLanguages))]
    public void ACountedText_HasEachFormOfTheLanguage_AndNoOther(string group, string language) => Assert.All(
        Texts.Of(group, language).All.Select(text => text.Key).Where(IsForm).GroupBy(StemOf),
        forms => Assert.Equal(PluralForm.AllOf(language).Select(form => $"{forms.Key}{form}").Order(), forms.Order()));

    [Theory]
    [MemberData(nameof(Groups))]
    public void EveryLanguage_AsksForTheSameValues(string group) => Assert.All(
        Texts.Languages.SelectMany(language => Texts.Of(group, language).All.Select(text => (Stem: StemOf(text.Key), Text: $"{language}: {text.Value}", Asks: AskedBy(text.Value)))).GroupBy(text => text.Stem),
        texts => Assert.All(texts, text => Assert.True(text.Asks == texts.First().Asks, $"{text.Stem} asks for other values: {text.Text}")));

    [Theory]
    [MemberData(nameof(GroupsAndLanguages))]
    public void EveryText_SaysSomething_InItsOwnScript(string group, string language) => Assert.All(
        Texts.Of(group, language).All,
        text => Assert.True(IsTrimmed(text.Value) && SpeaksIt(Texts.Placeholder().Replace(text.Value, ""), language), $"{text.Key}: {text.Value}"));

    [Theory]
    [MemberData(nameof(Groups))]
    public void EveryKey_BelongsToAMember(string group) => Assert.All(
        Texts.Of(group, Texts.Languages[0]).All.Select(text => text.Key),
        key => Assert.Contains(key.Split('.')[0], TextGroup.MembersOf(group)));

    [Theory]
    [MemberData(nameof(GroupsAndLanguages))]
    public void EveryMember_SaysSomething(string group, string language)
    {
        var all = TextGroup.SayAll(group, language).ToList();

        Assert.NotEmpty(all);
        Assert.All(all, text => Assert.False(text.Member is not ("get_UnitGap" or "get_PartGap") && string.IsNullOrWhiteSpace(text.Said), text.Member));
        Assert.All(all, text => Assert.DoesNotContain('{', text.Said));
    }

    /// <summary>Forms of a counted text are one text: <c>Shipments.</c> for <c>Shipments.one</c> and <c>Shipments.few</c>.</summary>
    private static string StemOf(string key) => IsForm(key) ? key[..(key.LastIndexOf('.') + 1)] : key;

    private static bool IsForm(string key) => Forms.Contains(key[(key.LastIndexOf('.') + 1)..]) && key.Contains('.', StringComparison.Ordinal);

    private static IEnumerable<string> StemsOf(string group, string language) =>
        Texts.Of(group, language).All.Select(text => StemOf(text.Key)).Distinct().Order(StringComparer.Ordinal);

    private static string AskedBy(string text) => string.Join(' ', Texts.Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static bool IsTrimmed(string text) => text.Length > 0 && text == text.Trim();

    /// <summary>A text without letters, such as a mere row of values, is in every script.</summary>
    private static bool SpeaksIt(string text, string language) => !text.Any(char.IsLetter) || text.Any(language switch
    {
        "ru" => c => c is >= 'А' and <= 'я' or 'ё',
        "zh-CN" => c => c is >= '\u4e00' and <= '\u9fff',
        _ => char.IsAsciiLetter,
    }) && (language != "en" || text.All(char.IsAscii));
}
