using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.History;

/// <summary>Counts over closed orders.</summary>
/// <param name="Shipped">Handed over; cancelled afterwards or not.</param>
/// <param name="ShippedLate">Of these, after the limit; a pick-up that was missed makes nothing late.</param>
/// <param name="Cancelled">Never handed over.</param>
/// <param name="WereShort">Out of stock at some time.</param>
/// <param name="WereWarned">Named in a warning.</param>
/// <param name="UnitsShipped">Units of all products.</param>
public sealed record DayTotals(int Shipped, int ShippedLate, int Cancelled, int WereShort, int WereWarned, int UnitsShipped)
{
    public static DayTotals None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>What one order adds; nothing while it is open.</summary>
    public static DayTotals Of(Order order) => order.State.IsOpen() ? None : new DayTotals(
        Count(order.State == OrderState.Shipped),
        Count(order.State == OrderState.Shipped && order.ShippedAt > order.LateAfter),
        Count(order.State == OrderState.Cancelled),
        Count(order.OutOfStockAt is not null),
        Count(order.Warned.Any(note => note.Fate == RungFate.Named)),
        order.State == OrderState.Shipped ? order.Lines.Sum(line => line.Quantity) : 0);

    public static DayTotals operator +(DayTotals one, DayTotals other) => new(
        one.Shipped + other.Shipped,
        one.ShippedLate + other.ShippedLate,
        one.Cancelled + other.Cancelled,
        one.WereShort + other.WereShort,
        one.WereWarned + other.WereWarned,
        one.UnitsShipped + other.UnitsShipped);

    public static DayTotals operator -(DayTotals totals) =>
        new(-totals.Shipped, -totals.ShippedLate, -totals.Cancelled, -totals.WereShort, -totals.WereWarned, -totals.UnitsShipped);

    private static int Count(bool holds) => holds ? 1 : 0;
}
