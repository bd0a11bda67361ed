using System.Resources;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public class TextsTests
{
    private static readonly Texts Time = Texts.Of("Time", "en");

    [Fact]
    public void AMissingText_IsNamed()
    {
        Assert.Contains("'Time' lacks the text 'Nothing' in en", Assert.Throws<MissingTextException>(() => Time.Say("Nothing")).Message, StringComparison.Ordinal);
        Assert.Contains("'Nothing.other'", Assert.Throws<MissingTextException>(() => Time.Count("Nothing", 2)).Message, StringComparison.Ordinal);
        Assert.Null(Time.Find("Nothing"));
    }

    [Fact]
    public void AMissingValue_IsNamed()
    {
        var missing = Assert.Throws<MissingTextException>(() => Time.Say("Left", ("thyme", "2 h")));

        Assert.Contains("'Left' of 'Time' in en asks for {time}", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0} left", "{0}")]
    [InlineData("{time} left", "{time}")]       // braces of a buyer's text ask for nothing
    [InlineData(" left", "")]
    public void AValue_IsTakenAsItIs(string expected, string value) => Assert.Equal(expected, Time.Say("Left", ("time", value)));

    [Fact]
    public void NoLanguage_StepsInForAnother()
    {
        // A form that English has and Chinese has not: the resource files' own fallback would answer in English.
        Assert.NotNull(Texts.Of("Order", "en").Find("Shipments.one"));
        Assert.Null(Texts.Of("Order", "zh-CN").Find("Shipments.one"));
        Assert.Throws<MissingManifestResourceException>(() => Texts.Of("Order", "de"));
        Assert.Throws<MissingManifestResourceException>(() => Texts.Of("Nothing", "en"));
    }
}
