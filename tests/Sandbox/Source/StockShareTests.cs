using ShipBy.Sandbox.Source.RealOrders;

namespace ShipBy.Sandbox.Tests.Source;

public sealed class StockShareTests
{
    [Theory]
    [InlineData("a5 b3 c3", "1", "a5 b3 c3")]
    [InlineData("a5 b3 c3", "0.95", "a4 b3 c3")]      // at most 10.45
    [InlineData("a5 b3 c3", "0.9", "a3 b3 c3")]       // at most 9.9
    [InlineData("a5 b3 c3", "0.8", "a2 b3 c3")]       // a tie of three: the first id gives
    [InlineData("a5 b3 c3", "0.7", "a2 b2 c3")]
    [InlineData("b1 a1", "0.5", "b1 a0")]
    [InlineData("a1 b1", "0", "a0 b0")]
    [InlineData("a0 b0", "0.5", "a0 b0")]
    public void Cut_TakesFromTheMost_TiesById(string full, string share, string left)
    {
        var cut = StockShare.Cut(Read(full), decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(Read(left), cut);
    }

    [Fact]
    public void Cut_IsWhatTakingUnitByUnitGives()
    {
        var chance = new SeededRandom(3, "stocks");
        for (var round = 0; round < 200; round++)
        {
            var demand = Enumerable.Range(0, 1 + chance.Below(8)).ToDictionary(n => $"p{n}", _ => (long)chance.Below(9));
            var share = chance.Below(101) / 100m;

            Assert.Equal(UnitByUnit(demand, share), StockShare.Cut(demand, share));
        }
    }

    private static Dictionary<string, long> UnitByUnit(Dictionary<string, long> demand, decimal share)
    {
        var left = new Dictionary<string, long>(demand);
        while (left.Values.Sum() > demand.Values.Sum() * share)
        {
            left[left.OrderByDescending(product => product.Value).ThenBy(product => product.Key, StringComparer.Ordinal).First().Key]--;
        }

        return left;
    }

    private static Dictionary<string, long> Read(string text) =>
        text.Split(' ').ToDictionary(product => product[..1], product => long.Parse(product[1..], System.Globalization.CultureInfo.InvariantCulture));
}
