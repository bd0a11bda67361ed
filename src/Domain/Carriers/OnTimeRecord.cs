using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Carriers;

/// <summary>How many parcels of a carrier were handed over in time, and how many late, as the marketplace counts.</summary>
public sealed record OnTimeRecord(int InTime, int Late)
{
    public int All => InTime + Late;

    /// <param name="orders">Of which those that were shipped with this carrier count, whatever the others are.</param>
    public static OnTimeRecord Of(CarrierTariff tariff, IEnumerable<Order> orders)
    {
        var shipped = orders.Where(order => order.State == OrderState.Shipped && order.ShippedAt is not null && order.LateAfter is not null && tariff.IsCalled(order.Carrier ?? order.Instruction?.Ship?.Carrier)).ToList();
        var late = shipped.Count(order => order.CountsAsLate);
        return new OnTimeRecord(shipped.Count - late, late);
    }
}
