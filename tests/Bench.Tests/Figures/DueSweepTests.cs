using ShipBy.Bench.Figures;

namespace ShipBy.Bench.Tests.Figures;

public sealed class DueSweepTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(4_000)]     // several pages of the store
    public async Task ASweepWithTenDue_AsksTheSame_HoweverManyOrdersAreOpen(int open) => Assert.Equal(19, await DueSweep.RequestsAsync(open));
}
