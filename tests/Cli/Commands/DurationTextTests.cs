using ShipBy.Cli.Commands;

namespace ShipBy.Cli.Tests.Commands;

public class DurationTextTests
{
    [Theory]
    [InlineData("5s", 5)]
    [InlineData("60s", 60)]
    [InlineData("7m", 420)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("1m0.5s", 60.5)]
    [InlineData("168h", 604800)]
    public void Parse_ReadsTimes_AsPeopleTypeThem(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DurationText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("60")]
    [InlineData("s")]
    [InlineData("-5s")]
    [InlineData("1m60")]
    [InlineData("30m1h")]
    [InlineData("60 s")]
    [InlineData("60s\n")]
    [InlineData("1,5h")]
    [InlineData("99999999999s")]
    public void Parse_Refuses_WhatIsNoTime(string text) =>
        Assert.Contains("Write it with its unit", Assert.Throws<FormatException>(() => DurationText.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0s")]
    [InlineData("4.999s")]
    [InlineData("168h1s")]
    public void Parse_Refuses_WhatIsTooShortOrTooLong(string text) =>
        Assert.Contains("cannot last", Assert.Throws<FormatException>(() => DurationText.Parse(text)).Message, StringComparison.Ordinal);
}
