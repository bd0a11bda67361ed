using ShipBy.Bench.Measuring;

namespace ShipBy.Bench.Tests.Measuring;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(3, 1, 2, 3)]
    [InlineData(5, 1, 3, 5)]            // five cannot hold the median with 95 %: all of them
    [InlineData(6, 1, 3.5, 6)]          // 96.9 %
    [InlineData(8, 1, 4.5, 8)]          // one further in would hold it with 93 %
    [InlineData(9, 2, 5, 8)]            // 96.1 %
    [InlineData(20, 6, 10.5, 15)]       // 95.9 %, as in the tables of the sign test
    public void TheMedian_LiesBetweenTwoRanks(int count, double low, double median, double high) =>
        Assert.Equal(new Interval(median, low, high), Interval.OfMedian(Enumerable.Range(1, count).Reverse().Select(i => (double)i)));

    [Fact]
    public void AQuantile_OfManyValues_HasItsOwnRanks()
    {
        var interval = Interval.OfQuantile([.. Enumerable.Range(1, 10_000).Select(i => (double)i)], 0.99);

        Assert.Equal(9_900, interval.Median, tolerance: 1);
        Assert.InRange(interval.Low, 9_878, 9_883);
        Assert.InRange(interval.High, 9_918, 9_923);
    }
}
