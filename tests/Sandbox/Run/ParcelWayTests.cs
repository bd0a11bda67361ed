using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Run;

public sealed class ParcelWayTests
{
    [Theory]
    [InlineData("Arrives", 5, 0, "acceptance_in_progress", "posting_acceptance_in_progress", 0)]
    [InlineData("Arrives", 5, 4.999, "acceptance_in_progress", "posting_acceptance_in_progress", 0)]
    [InlineData("Arrives", 5, 5, "delivering", "posting_on_way_to_city", 5)]
    [InlineData("Arrives", 5, 25, "delivering", "posting_on_way_to_pickup_point", 25)]
    [InlineData("Arrives", 5, 64.999, "delivering", "posting_in_pickup_point", 45)]
    [InlineData("Arrives", 5, 65, "delivered", "posting_delivered", 65)]
    [InlineData("Arrives", 0, 0, "delivering", "posting_on_way_to_city", 0)]
    [InlineData("NeverScanned", 5, 900, "acceptance_in_progress", "posting_acceptance_in_progress", 0)]
    [InlineData("NotAccepted", 5, 4.999, "acceptance_in_progress", "posting_acceptance_in_progress", 0)]
    [InlineData("NotAccepted", 5, 900, "not_accepted", "posting_not_in_sort_center", 5)]
    [InlineData("Stuck", 5, 900, "delivering", "posting_on_way_to_city", 5)]
    [InlineData("Lost", 5, 900, "delivering", "posting_on_way_to_city", 5)]     // what is lost is cancelled, which is no stage of the parcel's
    public void At_TellsWhereAParcelIs(string end, double scan, double after, string status, string substatus, double since) => Assert.Equal(
        (status, substatus, TestRun.Start.AddSeconds(since)),
        ParcelWay.At(Tale(end, scan), TestRun.Start, TestRun.Start.AddSeconds(after)));

    [Theory]
    [InlineData("Arrives", null)]
    [InlineData("NeverScanned", 0.0)]
    [InlineData("NotAccepted", 5.0)]
    [InlineData("Stuck", 5.0)]
    public void Trouble_BeginsWithTheLastMove(string end, double? expected) =>
        Assert.Equal(expected is { } after ? TestRun.Start.AddSeconds(after) : null, ParcelWay.TroubleSince(Tale(end, 5), TestRun.Start));

    private static ParcelTale Tale(string end, double scan) => new(Enum.Parse<ParcelEnd>(end), TimeSpan.FromSeconds(scan), TimeSpan.FromSeconds(20));
}
