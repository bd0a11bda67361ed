using ShipBy.Bench.Figures;

namespace ShipBy.Bench.Tests.Figures;

/// <summary>The bill is made of requests, so they are counted exactly: on the emulator, through the real use cases and the driver's own pump.</summary>
public sealed class OrderLifeTests
{
    [Fact]
    public async Task AnOrderThatComesAlone_CostsSoManyRequests_UntilItIsHistory() => Assert.Equal(new LifeCost(Table: 13, Queue: 4), await OrderLife.CountAsync(1));

    [Fact]
    public async Task AHundredThatComeTogether_CostHardlyMore() => Assert.Equal(new LifeCost(Table: 35, Queue: 4), await OrderLife.CountAsync(100));
}
