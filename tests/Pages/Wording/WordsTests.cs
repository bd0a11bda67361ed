using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public class WordsTests
{
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

    [Theory]
    [InlineData("ru", 0, "Осталось 2 ч: 7-1")]
    [InlineData("ru", 1, "Осталось 2 ч: 7-1 и ещё 1 отправление")]
    [InlineData("ru", 3, "Осталось 2 ч: 7-1 и ещё 3 отправления")]
    [InlineData("ru", 5, "Осталось 2 ч: 7-1 и ещё 5 отправлений")]
    [InlineData("en", 0, "2 h left: 7-1")]
    [InlineData("en", 1, "2 h left: 7-1 and 1 more shipment")]
    [InlineData("en", 2, "2 h left: 7-1 and 2 more shipments")]
    [InlineData("zh-CN", 0, "剩余2小时：7-1")]
    [InlineData("zh-CN", 1, "剩余2小时：7-1 及另外1个货件")]
    public void TheSubject_OfSeveralShipments_CountsTheOthers(string language, int more, string expected)
    {
        var words = Words.In(language);
        var left = TimeLeft.Tell(NodaTime.Duration.FromHours(2), words.Time);

        Assert.Equal(expected, words.Letter.WarningSubject(left, "7-1", more).Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("ru", "awaiting_packaging", "Ожидает сборки")]
    [InlineData("en", "awaiting_packaging", "Awaiting packaging")]
    [InlineData("zh-CN", "awaiting_packaging", "等待备货")]
    [InlineData("en", "a_new_status", "a_new_status")]
    [InlineData("en", "", "")]
    public void AStatus_IsNamedAsInTheCabinet_OrShownAsItCame(string language, string raw, string expected) =>
        Assert.Equal(expected, Words.In(language).Orders.Status(raw));
}
