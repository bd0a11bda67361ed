using NodaTime;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Carriers;

public class OnTimeRecordTests
{
    private static readonly Instant Limit = Sample.Noon;

    private static readonly Order Shipped = Sample.Order with { State = OrderState.Shipped, ShipBy = Limit, ShippedAt = Limit, Carrier = "СДЭК" };

    [Fact]
    public void Parcels_AreCountedByTheirCarrier_AndByTheMarketplacesLimit()
    {
        Order[] orders =
        [
            Shipped,
            Shipped with { ShippedAt = Limit + Duration.FromTicks(1) },
            Shipped with { ShippedAt = Limit + Duration.FromTicks(1), LatenessAt = Limit + Duration.FromHours(1), Carrier = " сдэк " },
            Shipped with { Carrier = null, Instruction = new Instruction { Kind = InstructionKind.Ship, Ship = new ShipOrder([], "CDEK-1"), AskedAt = Limit, AskedBy = "" } },
            Shipped with { Carrier = "Почта России" },
            Shipped with { Carrier = null },
            Shipped with { ShipBy = null },         // nobody can tell
            Shipped with { State = OrderState.Held, ShippedAt = null },
            Shipped with { State = OrderState.Cancelled, ShippedAt = null },
        ];

        Assert.Equal(new OnTimeRecord(3, 1), OnTimeRecord.Of(Table.Row("СДЭК") with { Code = "cdek 1" }, orders.Select(SentParcel.Of).OfType<SentParcel>()));
        Assert.Equal(0, OnTimeRecord.Of(Table.Row("Boxberry"), orders.Select(SentParcel.Of).OfType<SentParcel>()).All);
    }
}
