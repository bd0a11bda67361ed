using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Tests.Stock;

public sealed class ReorderPolicyTests
{
    private static readonly int[] TwoOrFour = [.. Enumerable.Range(0, 20).Select(day => day % 2 == 0 ? 2 : 4)];      // mean 3, sample deviation √(20/19)

    [Theory]
    [InlineData(ServiceLevel.Ninety, 9, 31)]            // 27 + 1.2816 × 1.02598 × 3 = 30.94
    [InlineData(ServiceLevel.NinetyFive, 9, 33)]        // 27 + 5.06
    [InlineData(ServiceLevel.NinetySevenAndAHalf, 9, 34)]   // 27 + 6.03
    [InlineData(ServiceLevel.NinetyNine, 9, 35)]        // 27 + 7.16
    [InlineData(ServiceLevel.NinetyFive, 0, 0)]
    [InlineData(ServiceLevel.NinetyFive, 1, 5)]         // 3 + 1.69
    public void ThePoint_IsTheLeadTimesDemand_AndASafetyForItsVariation(ServiceLevel level, int leadDays, int expected) =>
        Assert.Equal(expected, ReorderPolicy.Of(TwoOrFour, leadDays, level, position: 1_000).Point);

    [Theory]
    [InlineData(34, 0)]
    [InlineData(33, 90)]
    [InlineData(30, 93)]
    [InlineData(-5, 128)]
    public void AtThePoint_AMonthsDemandIsOrderedOnTop(int position, int expected) =>
        Assert.Equal(expected, ReorderPolicy.Of(TwoOrFour, 9, ServiceLevel.NinetyFive, position).Quantity);

    [Fact]
    public void WhatDoesNotVary_NeedsNoSafety_AndWhatDoesNotSellNoOrder()
    {
        Assert.Equal(20, ReorderPolicy.Of([.. Enumerable.Repeat(2, 14)], 10, ServiceLevel.NinetyNine, 0).Point);
        Assert.Equal((0, 0, false), ReorderPolicy.Of(new int[14], 10, ServiceLevel.NinetyNine, 0) is var none ? (none.Point, none.Quantity, none.IsSteady) : default);
    }

    [Theory]
    [InlineData(true, 2, 4)]
    [InlineData(true, 1, 1)]
    [InlineData(false, 1, 0)]       // less than one a day
    [InlineData(false, 1, 5)]       // mean 3, deviation 2.05
    [InlineData(true, 2, 5)]        // mean 3.5, deviation 1.54
    public void SteadySellers_AreThoseWhoseDemandVariesByHalfAtMost(bool expected, int even, int odd) =>
        Assert.Equal(expected, ReorderPolicy.Of([.. Enumerable.Range(0, 20).Select(day => day % 2 == 0 ? even : odd)], 9, ServiceLevel.NinetyFive, 0).IsSteady);
}
