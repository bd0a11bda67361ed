using ShipBy.Domain.Deadlines;

namespace ShipBy.Cli.Backtest;

/// <summary>What the additional warnings before the ladder were worth.</summary>
/// <param name="Sent">Orders that had one.</param>
/// <param name="Late">Of these, handed over after their limit.</param>
/// <param name="NeverHandedOver">Of these, neither handed over nor cancelled: a missed limit too, though nobody knows by how much.</param>
/// <param name="ShippedInTime">Of these, handed over in time; by itself or because of the warning, which a history cannot tell.</param>
/// <param name="Cancelled">Of these, cancelled without a hand-over.</param>
/// <param name="HoursEarlier">Median over the late ones: how long before the first warning of the ladder it came. Null without any.</param>
internal sealed record EarlyFigures(int Sent, int Late, int NeverHandedOver, int ShippedInTime, int Cancelled, double? HoursEarlier)
{
    public static EarlyFigures Of(IReadOnlyList<WarnedOrder> orders, Ladder ladder)
    {
        var warned = orders.Where(order => order.EarlyAt is not null).ToList();
        var earlier = warned.Where(order => order.Order.IsLate).Select(order => ladder.ReachedAt(ladder.Rungs[0], order.Order.ShipBy) - order.EarlyAt!.Value).Order().ToList();

        return new EarlyFigures(
            warned.Count,
            earlier.Count,
            warned.Count(order => order.Order is { HandedOverAt: null, IsCancelled: false }),
            warned.Count(order => order.Order.HandedOverAt <= order.Order.ShipBy),
            warned.Count(order => order.Order.IsCancelled),
            earlier.Count > 0 ? Math.Round(earlier[earlier.Count / 2].TotalHours, 1) : null);
    }
}
