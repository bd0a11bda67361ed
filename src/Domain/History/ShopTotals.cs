using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.History;

/// <summary>What one shop's closed orders add to a day, as far as ShipBy saw them being open.</summary>
/// <remarks>An order that was first seen closed was handed over nobody knows when: it is in none of these, and counts in <see cref="DayTotals"/> alone.</remarks>
/// <param name="HandedOver">Handed over; cancelled afterwards or not.</param>
/// <param name="HandedOverLate">Of these, so late that the marketplace counts it.</param>
/// <param name="Record">What they showed of the shop's pace.</param>
public sealed record ShopTotals(string Shop, int HandedOver, int HandedOverLate, HandOverRecord Record)
{
    /// <value>How long those took that were handed over, in the working time of the promise that the shop had made then; nothing in rows of older versions.</value>
    public HandlingTimes Took { get; init; } = HandlingTimes.None;

    /// <summary>What one order adds; null where that is nothing.</summary>
    /// <param name="promise">The handling time that the shop sets; null where it sets none.</param>
    public static ShopTotals? Of(Order order, WorkCalendar calendar, HandlingTime? promise = null)
    {
        if (HandOver.Of(order) is not { } seen || order.State.IsOpen())
        {
            return null;
        }

        var totals = new ShopTotals(order.Key.Shop, seen.HandedOverAt is null ? 0 : 1, order.CountsAsLate ? 1 : 0, HandOverRecord.Of(seen, calendar))
        {
            Took = seen.HandedOverAt is { } end ? HandlingTimes.Of(seen.WorkedUntil(end, calendar, promise)) : HandlingTimes.None,
        };
        return totals == None(order.Key.Shop) ? null : totals;
    }

    /// <summary>One for each shop, by name; shops without anything are left out.</summary>
    public static IReadOnlyList<ShopTotals> Sum(IEnumerable<ShopTotals> totals) =>
    [
        .. totals.GroupBy(one => one.Shop, StringComparer.Ordinal)
            .Select(shop => shop.Aggregate(None(shop.Key), Add))
            .Where(sum => sum != None(sum.Shop))
            .OrderBy(sum => sum.Shop, StringComparer.Ordinal),
    ];

    public static ShopTotals operator -(ShopTotals totals) =>
        totals with { HandedOver = -totals.HandedOver, HandedOverLate = -totals.HandedOverLate, Record = -totals.Record, Took = -totals.Took };

    /// <remarks>Both of one shop.</remarks>
    private static ShopTotals Add(ShopTotals one, ShopTotals other) =>
        one with { HandedOver = one.HandedOver + other.HandedOver, HandedOverLate = one.HandedOverLate + other.HandedOverLate, Record = one.Record + other.Record, Took = one.Took + other.Took };

    private static ShopTotals None(string shop) => new(shop, 0, 0, HandOverRecord.None);
}
