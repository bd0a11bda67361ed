using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Domain.Tests.Shipping.Numbers;

/// <summary>Numbers that carriers' own examples give, and both sides of each edge.</summary>
public class TrackingSeriesTests
{
    [Theory]
    [InlineData("RB123456785GB", new[] { "RB123456785GB", "RB123456799GB", "RB123456808GB", "RB123456811GB", "RB123456825GB" })]
    [InlineData("ra473124829se", new[] { "RA473124829SE" })]
    [InlineData("RB 9663 3102 0 GB", new[] { "RB966331020GB" })]
    [InlineData("RB761294038GB", new[] { "RB761294038GB" })]
    [InlineData("RB000717595GB", new[] { "RB000717595GB" })]
    public void AnS10Number_GoesOnWithItsCheckDigit(string first, string[] expected) => Assert.Equal(expected, Numbers(first, NumberRule.S10, expected.Length));

    [Theory]
    [InlineData("10100001000010", new[] { "10100001000010", "10100001000027" })]
    [InlineData("63009901100016", new[] { "63009901100016" })]
    [InlineData("10100001999994", new[] { "10100001999994" })]
    public void ANumberOfRussianPost_GoesOnWithItsCheckDigit(string first, string[] expected) => Assert.Equal(expected, Numbers(first, NumberRule.RussianPost, expected.Length));

    [Theory]
    [InlineData("000999999998", NumberRule.Counter, new[] { "000999999998", "000999999999", "001000000000" })]
    [InlineData("9007199254740993123", NumberRule.Counter, new[] { "9007199254740993123", "9007199254740993124" })]      // past what a double holds
    [InlineData("YT0099", NumberRule.PrefixCounter, new[] { "YT0099", "YT0100" })]
    [InlineData("A1B09", NumberRule.PrefixCounter, new[] { "A1B09", "A1B10" })]
    [InlineData("12345678903", NumberRule.Modulo7, new[] { "12345678903", "12345678914", "12345678925" })]
    [InlineData("100000000001", NumberRule.Modulo11, new[] { "100000000001" })]
    public void ACounter_KeepsItsWidth(string first, NumberRule rule, string[] expected) => Assert.Equal(expected, Numbers(first, rule, expected.Length));

    [Theory]
    [InlineData("99999", NumberRule.Counter, 2, SeriesFlaw.RunsOut)]
    [InlineData("YT99", NumberRule.PrefixCounter, 2, SeriesFlaw.RunsOut)]
    [InlineData("10100001999994", NumberRule.RussianPost, 2, SeriesFlaw.RunsOut)]       // the month's serials are used up: never a longer one
    [InlineData("RB123456786GB", NumberRule.S10, 1, SeriesFlaw.CheckDigit)]
    [InlineData("10100001000011", NumberRule.RussianPost, 1, SeriesFlaw.CheckDigit)]
    [InlineData("YT12", NumberRule.Counter, 1, SeriesFlaw.Shape)]
    [InlineData("10000000000000000000000000000000000000", NumberRule.Counter, 1, SeriesFlaw.Shape)]      // 38 digits
    [InlineData("", NumberRule.Counter, 1, SeriesFlaw.Shape)]
    [InlineData("YTYT", NumberRule.PrefixCounter, 1, SeriesFlaw.Shape)]
    [InlineData("RB12345678GB", NumberRule.S10, 1, SeriesFlaw.Shape)]
    [InlineData("1010000100001", NumberRule.RussianPost, 1, SeriesFlaw.Shape)]
    [InlineData("SF1234567890123", NumberRule.FromTheCarrier, 1, SeriesFlaw.FromTheCarrier)]
    public void WhatDoesNotFit_IsNeverContinued(string first, NumberRule rule, int count, SeriesFlaw expected) =>
        Assert.Equal(expected, Assert.IsType<SeriesAnswer.Refused>(TrackingSeries.From(first, rule, count)).Flaw);

    [Fact]
    public void AWrongCheckDigit_IsSaidAsItShouldBe() => Assert.Equal("RB123456785GB", ((SeriesAnswer.Refused)TrackingSeries.From("RB123456786GB", NumberRule.S10, 1)).Expected);

    [Fact]
    public void ARollThatLiesFaceDown_GoesDownwards()
    {
        Assert.Equal(["10100001000027", "10100001000010"], Numbers("10100001000027", NumberRule.RussianPost, 2, step: -1));
        Assert.Equal(SeriesFlaw.RunsOut, Assert.IsType<SeriesAnswer.Refused>(TrackingSeries.From("000", NumberRule.Counter, 2, step: -1)).Flaw);
    }

    [Theory]
    [InlineData("RB123456785GB", NumberRule.S10)]
    [InlineData("10100001000010", NumberRule.RussianPost)]
    [InlineData("10100001000011", null)]
    [InlineData("YT1234567890123", null)]
    public void ARule_IsGuessedOnlyByACheckDigit(string number, NumberRule? expected) => Assert.Equal(expected, TrackingSeries.Guess(number));

    private static IReadOnlyList<string> Numbers(string first, NumberRule rule, int count, int step = 1) => Assert.IsType<SeriesAnswer.Numbers>(TrackingSeries.From(first, rule, count, step)).All;
}
