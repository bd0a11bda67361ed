using ShipBy.Bench.Figures;

namespace ShipBy.Bench.Tests.Figures;

public sealed class WatchDayTests
{
    [Fact]
    public async Task ADayOfWatchingOverItself_CostsSoManyRequests() => Assert.Equal(2_820, await WatchDay.RequestsAsync());
}
