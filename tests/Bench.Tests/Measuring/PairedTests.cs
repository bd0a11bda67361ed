using ShipBy.Bench.Measuring;

namespace ShipBy.Bench.Tests.Measuring;

public sealed class PairedTests
{
    [Fact]
    public async Task TheyTakeTurns_AfterOneRoundThatNobodySees()
    {
        var turns = "";

        var pairs = await Paired.RunAsync(3, () => Turn('A', 2), () => Turn('B', 6));

        Assert.Equal("ABABABAB", turns);
        Assert.Equal((new Interval(3, 3, 3), 3), (pairs.FloorByOurs, pairs.Ours.Count));

        Task<double> Turn(char who, double took)
        {
            turns += who;
            return Task.FromResult(took);
        }
    }

    [Fact]
    public async Task AnUnsteadyFloor_IsMeasuredAgain_ButNotForEver()
    {
        var (floor, ours) = (0, 0);

        var pairs = await Paired.RunAsync(4, () => Task.FromResult(1.0 + ours++ * 0), () => Task.FromResult(1.0 + floor++ % 2));

        Assert.Equal((8, 8), (pairs.Ours.Count, pairs.Floor.Count));
    }
}
