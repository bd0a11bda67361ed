using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;

namespace ShipBy.Application.Tests.Alerts;

public class ParcelHeaderTests
{
    private static readonly Instant Limit = Instant.FromUnixTimeSeconds(1_800_000_000);

    [Fact]
    public void Write_NamesEveryParcelWhoseLimitHasPassed_InOrder() => Assert.Equal(
        "P-1/NotScanned@1800000000, a%2Fb%0D%0A/Lost@1800000000",
        ParcelHeader.Write([Line("P-1", ConsignmentTrouble.NotScanned), Line("P-2", ConsignmentTrouble.NotArrived) with { IsOver = false }, Line("a/b\r\n", ConsignmentTrouble.Lost)]));

    [Fact]
    public void Write_IsEmpty_WithoutLines() => Assert.Equal("", ParcelHeader.Write([]));

    private static ConsignmentLine Line(string number, ConsignmentTrouble trouble) =>
        new(new OrderKey("main", number), new TransitClock(trouble, Limit), IsOver: true, Limit, Limit, Carrier: null, TrackingNumber: null, CarrierContact: "", Value: null);
}
