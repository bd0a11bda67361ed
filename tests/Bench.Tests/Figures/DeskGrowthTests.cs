using ShipBy.Bench.Figures;

namespace ShipBy.Bench.Tests.Figures;

public class DeskGrowthTests
{
    /// <summary>Twenty-five times as many closed orders, spread over the same year; the bench says the same of 100,000.</summary>
    [Fact]
    public async Task TheFirstPage_AsksForNoMore_HoweverManyOrdersAreClosed()
    {
        var few = await DeskGrowth.RequestsAsync(closed: 400);
        var many = await DeskGrowth.RequestsAsync(closed: 10_000);

        Assert.Equal(few, many);
        Assert.Equal((8, 7), few);
    }
}
