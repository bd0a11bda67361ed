using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class OpenWindowTests
{
    [Fact]
    public void AWindow_IsAskedFor_ByOnePairOfDatesAlone()
    {
        var (from, to) = (Sample.Now, Sample.Now + Duration.FromDays(1));

        Assert.Equal(["cutoff_from", "cutoff_to"], new OpenWindow.Cutoff(from, to).ToFilter().Keys);
        Assert.Equal(["delivering_date_from", "delivering_date_to"], new OpenWindow.Delivering(from, to).ToFilter().Keys);
        Assert.Equal(["2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z"], new OpenWindow.Delivering(from, to).ToFilter().Values);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(20, 2)]
    [InlineData(-1, 0)]
    public void APeriod_IsCutIntoSlices_ThatTouch(int days, int slices)
    {
        var all = ListPeriod.Slices(Sample.Now, Sample.Now + Duration.FromDays(days), Duration.FromDays(10)).ToList();

        Assert.Equal(slices, all.Count);
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.All(all.Take(1), first => Assert.Equal(Sample.Now, first.From));
        Assert.All(all.TakeLast(1), last => Assert.Equal(Sample.Now + Duration.FromDays(days), last.To));
    }
}
