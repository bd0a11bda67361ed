using ShipBy.Domain.Shipping.Numbers;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Shipping;

/// <summary>Numbers going out of lots and coming back.</summary>
public sealed class WaybillPolicyTests
{
    private static readonly HashSet<string> None = [];

    [Theory]
    [InlineData(1, "", "A1", 3)]
    [InlineData(4, "", "A1 A2 A3 A4", 0)]
    [InlineData(5, "", "A1 A2 A3 A4", 0)]
    [InlineData(0, "", "", 4)]
    [InlineData(2, "A1", "A2 A3", 1)]
    [InlineData(2, "A2 A4", "A1 A3", 1)]
    [InlineData(4, "A2 A4", "A1 A3", 0)]
    public void AList_GoesOutInItsOrder_WithoutWhatIsUsed(int count, string used, string expected, int left)
    {
        var (numbers, after) = WaybillPolicy.Take([List("A1", "A2", "A3", "A4")], count, used.Split(' ').ToHashSet());

        Assert.Equal((expected, left), (string.Join(' ', numbers), after.Single().Left));
    }

    [Theory]
    [InlineData("098", NumberRule.Counter, 1, 3, "098 099 100")]
    [InlineData("100", NumberRule.Counter, -1, 3, "100 099 098")]
    [InlineData("YT008", NumberRule.PrefixCounter, 1, 3, "YT008 YT009 YT010")]
    [InlineData("EE473124829CN", NumberRule.S10, 1, 2, "EE473124829CN EE473124832CN")]
    public void ARun_FollowsItsRule_AndKnowsItsOwn(string first, NumberRule rule, int step, int count, string expected)
    {
        var lot = new WaybillLot(Guid.NewGuid(), "EMS", Sample.Noon, "Anna") { Run = new WaybillRun(first, rule, step, count) };
        var beyond = ((SeriesAnswer.Numbers)TrackingSeries.From(first, rule, count + 1, step)).All[^1];

        var (numbers, after) = WaybillPolicy.Take([lot], count + 1, None);

        Assert.Equal(expected, string.Join(' ', numbers));
        Assert.True(after.Single().IsSpent);
        Assert.All(numbers, number => Assert.True(lot.Has(number)));
        Assert.False(lot.Has(beyond));
        Assert.False(lot.Has("EE473124828CN"));     // the check digit is wrong
    }

    [Fact]
    public void LotsGoOutOneAfterTheOther_AndTwoTakersInARowGetDifferentNumbers()
    {
        WaybillLot[] lots = [List("A1", "A2"), List("B1", "B2")];

        var (first, after) = WaybillPolicy.Take(lots, 3, None);
        var (second, rest) = WaybillPolicy.Take(after, 3, None);

        Assert.Equal(["A1", "A2", "B1"], first);
        Assert.Equal(["B2"], second);
        Assert.All(rest, lot => Assert.True(lot.IsSpent));
    }

    [Fact]
    public void WhatWasStruck_NeverGoesOut_AndIsNotCounted()
    {
        var lot = WaybillPolicy.Strike(List("A1", "A2", "A3") with { Taken = 1 }, new HashSet<string> { "A1", "A3", "B1" });

        Assert.Equal(1, lot.Left);
        Assert.Same(lot, WaybillPolicy.Strike(lot, new HashSet<string> { "A3" }));
        var (numbers, after) = WaybillPolicy.Take([lot], 9, None);
        Assert.Equal(["A2"], numbers);
        Assert.Equal((0, 3), (after.Single().Left, after.Single().Taken));
        Assert.Empty(after.Single().Struck);
    }

    [Fact]
    public void OnlyWhatWasTaken_ComesBack_Once_AndGoesOutFirst()
    {
        var lot = List("A1", "A2", "A3") with { Taken = 2 };

        Assert.Null(WaybillPolicy.GiveBack(lot, "A3"));
        Assert.Null(WaybillPolicy.GiveBack(lot, "B1"));
        var back = WaybillPolicy.GiveBack(lot, "A2")!;
        Assert.Null(WaybillPolicy.GiveBack(back, "A2"));
        Assert.Equal((2, "A2"), (back.Left, back.Next));
        Assert.Equal(["A2", "A3"], WaybillPolicy.Take([back], 9, None).Numbers);
        Assert.Equal(["A3"], WaybillPolicy.Take([back], 9, new HashSet<string> { "A2" }).Numbers);
        Assert.Equal(1, WaybillPolicy.Strike(back, new HashSet<string> { "A2" }).Left);
    }

    private static WaybillLot List(params string[] numbers) => new(Guid.NewGuid(), "EMS", Sample.Noon, "Anna") { Listed = numbers };
}
