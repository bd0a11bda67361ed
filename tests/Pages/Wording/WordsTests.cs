using System.Collections;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public class WordsTests
{
    public static TheoryData<string> Languages => ["ru", "zh-CN", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryText_SaysSomething_InItsOwnScript(string language)
    {
        var texts = TextsOf(Words.In(language).Letter).Concat(TextsOf(Words.In(language).Today)).Concat(TextsOf(Words.In(language).Enter))
            .Concat(TextsOf(Words.In(language).Orders)).ToList();

        Assert.True(texts.Count > 60);
        Assert.All(texts, text => Assert.True(SpeaksIt(text.Value, language), $"{text.Name}: {text.Value}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryLanguage_NamesTheSameStatuses(string language) =>
        Assert.Equal(Words.In("ru").Orders.Statuses.Keys, Words.In(language).Orders.Statuses.Keys);

    [Fact]
    public void AnUnknownLanguage_IsRefused_WithTheSettingToChange() =>
        Assert.Contains("ShipBy__Language", Assert.Throws<ArgumentException>(() => Words.In("de")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ru", 1, "1 отправление")]
    [InlineData("ru", 2, "2 отправления")]
    [InlineData("ru", 4, "4 отправления")]
    [InlineData("ru", 5, "5 отправлений")]
    [InlineData("ru", 11, "11 отправлений")]
    [InlineData("ru", 12, "12 отправлений")]
    [InlineData("ru", 21, "21 отправление")]
    [InlineData("ru", 111, "111 отправлений")]
    [InlineData("ru", 122, "122 отправления")]
    [InlineData("en", 1, "1 shipment")]
    [InlineData("en", 2, "2 shipments")]
    [InlineData("zh-CN", 2, "2个货件")]
    public void Shipments_AreCounted_AsTheLanguageCounts(string language, int count, string expected) =>
        Assert.Equal(expected, Words.In(language).Orders.Shipments(count));

    private static bool SpeaksIt(string text, string language) => text.Any(language switch
    {
        "ru" => c => c is >= 'А' and <= 'я' or 'ё',
        "zh-CN" => c => c is >= '\u4e00' and <= '\u9fff',
        _ => char.IsAsciiLetter,
    }) && (language != "en" || text.All(char.IsAscii));

    /// <summary>Texts that are made of parts are made of numbers here, so that every letter is the language's own.</summary>
    private static IEnumerable<(string Name, string Value)> TextsOf(object words) => words.GetType().GetProperties().SelectMany(property =>
        property.GetValue(words) switch
        {
            string text => [(property.Name, text)],
            IDictionary pairs => pairs.Values.Cast<string>().Select(value => (property.Name, value)),
            Delegate made when property.Name is not nameof(TodayWords.AsOf) => [(property.Name, Call(made))],
            _ => Enumerable.Empty<(string, string)>(),
        });

    private static string Call(Delegate made) => (string)made.DynamicInvoke(
        [.. made.Method.GetParameters().Where(parameter => parameter.ParameterType.Namespace == "System")
            .Select(parameter => parameter.ParameterType == typeof(int) ? (object)2 : "2")])!;
}
