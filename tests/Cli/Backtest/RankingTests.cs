using ShipBy.Cli.Backtest;

namespace ShipBy.Cli.Tests.Backtest;

public sealed class RankingTests
{
    /// <summary>Score and whether it was late (L) or in time (t), as <c>0.9L 0.4t</c>.</summary>
    [Theory]
    [InlineData("3L 2L 1t", 1.0, 1.0)]
    [InlineData("1L 2t 3t", 0.0, 1.0 / 3)]
    [InlineData("1L 1t", 0.5, 0.5)]                        // a tie is half a win
    [InlineData("4L 3t 2L 1t", 0.75, (1 + 2.0 / 3) / 2)]
    public void AucAndAveragePrecision_AreThoseOfTheBooks(string text, double auc, double precision)
    {
        var orders = Read(text);

        Assert.Equal(auc, Ranking.Auc(orders)!.Value, 12);
        Assert.Equal(precision, Ranking.AveragePrecision(orders)!.Value, 12);
    }

    [Fact]
    public void AWeight_CountsLikeSoManyOrders()
    {
        Judged[] once = [new("a", 4, true, 1), new("b", 3, false, 3), new("c", 2, true, 1), new("d", 1, false, 1)];
        Judged[] thrice = [once[0], once[1] with { Weight = 1 }, once[1] with { Id = "b2", Weight = 1 }, once[1] with { Id = "b3", Weight = 1 }, once[2], once[3]];

        Assert.Equal(Ranking.Auc(thrice), Ranking.Auc(once));
        Assert.Equal(Ranking.AveragePrecision(thrice), Ranking.AveragePrecision(once));
        Assert.Equal(Ranking.Brier(thrice)!.Value, Ranking.Brier(once)!.Value, 12);
    }

    [Fact]
    public void Brier_IsTheMeanSquaredDistance() => Assert.Equal((0.04 + 0.25) / 2, Ranking.Brier([new("a", 0.8, true, 1), new("b", 0.5, false, 1)])!.Value, 12);

    [Theory]
    [InlineData("1L 1t 1L 1t", 0.5)]                       // ties by id: the first two
    [InlineData("3t 2L 1L", 0.5)]                          // the middle one belongs to the top half
    [InlineData("3t 2t", null)]
    public void RecallAtHalf_CountsTheLateInTheTopHalf(string text, double? recall) => Assert.Equal(recall, Ranking.RecallAtHalf(Read(text)));

    [Fact]
    public void WithoutBothKinds_ThereIsNothingToRank() => Assert.Equal((null, null), (Ranking.Auc(Read("1L 2L")), Ranking.AveragePrecision(Read("1t"))));

    private static Judged[] Read(string text) =>
        [.. text.Split(' ').Select((order, index) => new Judged($"{index}", double.Parse(order[..^1], System.Globalization.CultureInfo.InvariantCulture), order[^1] == 'L', 1))];
}
