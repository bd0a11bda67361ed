using ShipBy.Bench.Figures;

namespace ShipBy.Bench.Tests.Figures;

/// <summary>The bill is made of requests, so they are counted exactly: on the emulator, through the real use cases and the driver's own pump.</summary>
public sealed class OrderLifeTests
{
    [Theory]
    [InlineData(1, 12)]
    [InlineData(3, 16)]     // what goods are packed in is read once; each further product is read once when it is held and once when it is shipped
    public async Task AnOrderThatComesAlone_CostsSoManyRequests_UntilItIsHistory(int lines, int table) =>
        Assert.Equal(new LifeCost(table, Queue: 4), await OrderLife.CountAsync(1, lines));

    [Fact]
    public async Task AHundredThatComeTogether_CostHardlyMore() => Assert.Equal(new LifeCost(Table: 29, Queue: 4), await OrderLife.CountAsync(100));
}
