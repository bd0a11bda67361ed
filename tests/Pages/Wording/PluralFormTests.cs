using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public class PluralFormTests
{
    [Theory]
    [InlineData(0, "many", "other")]
    [InlineData(1, "one", "one")]
    [InlineData(2, "few", "other")]
    [InlineData(4, "few", "other")]
    [InlineData(5, "many", "other")]
    [InlineData(10, "many", "other")]
    [InlineData(11, "many", "other")]
    [InlineData(12, "many", "other")]
    [InlineData(14, "many", "other")]
    [InlineData(15, "many", "other")]
    [InlineData(21, "one", "other")]
    [InlineData(22, "few", "other")]
    [InlineData(24, "few", "other")]
    [InlineData(25, "many", "other")]
    [InlineData(101, "one", "other")]
    [InlineData(111, "many", "other")]
    [InlineData(112, "many", "other")]
    [InlineData(122, "few", "other")]
    [InlineData(-1, "one", "one")]
    [InlineData(int.MinValue, "many", "other")]
    public void Of_FollowsTheLanguagesRule(int number, string russian, string english) =>
        Assert.Equal([russian, english, "other"], [PluralForm.Of(number, "ru"), PluralForm.Of(number, "en"), PluralForm.Of(number, "zh-CN")]);

    [Fact]
    public void AllOf_AreTheFormsThatNumbersTake() => Assert.All(
        Texts.Languages,
        language => Assert.Equal(PluralForm.AllOf(language).Order(), Enumerable.Range(0, 200).Select(number => PluralForm.Of(number, language)).Distinct().Order()));

    [Fact]
    public void AnUnknownLanguage_IsRefused() => Assert.Throws<ArgumentException>(() => PluralForm.Of(1, "de"));
}
