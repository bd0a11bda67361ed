using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Alerts;

/// <summary>Orders as lines of a notice and of the desk.</summary>
public static class WarningLines
{
    private const int LongestGoods = 300;

    public static WarningLine Of(Order order, IReadOnlyList<string> rungs, Ladder ladder, Instant now)
    {
        var firstReached = ladder.Rungs.FirstOrDefault(rung => rungs.Contains(rung.Name)) is { } first ? ladder.ReachedAt(first, order.ShipBy!.Value) : now;

        return new WarningLine(order.Key, rungs, order.ShipBy!.Value, order.State, Goods(order), order.Value, order.MissingUnits, rungs.Contains(ladder.LastBeforeDeadline.Name))
        {
            Since = Instant.Max(firstReached, order.SeenFrom),
            Owner = order.Owner,
            HasNoPickUpLeft = order.HasNoPickUpLeft,
            Rule = order.ShipByRule,
        };
    }

    /// <summary>As the desk orders them: overdue, then by working time left, then by money at stake. Where nothing is left to do comes last.</summary>
    /// <remarks>What presses alike goes by its deadline: of two that are due in one night the earlier one is told first.</remarks>
    public static IReadOnlyList<WarningLine> MostUrgentFirst(IEnumerable<WarningLine> lines, WorkCalendar calendar, Instant now) =>
    [
        .. lines.OrderBy(line => line.IsOvertaken)
            .ThenBy(line => Pressure.Of(line.Deadline, line.Value, number: "", calendar, now), MostPressing.First)
            .ThenBy(line => line.Deadline)
            .ThenBy(line => line.Order.Number, StringComparer.Ordinal),
    ];

    /// <summary>The products in words, such as <c>Mug × 2, Plate</c>, shortened.</summary>
    public static string Goods(Order order)
    {
        var text = string.Join(", ", order.Lines.Take(10).Select(line => line.Quantity == 1 ? NameOf(line) : $"{NameOf(line)} × {line.Quantity}"));
        return order.Lines.Count > 10 || text.Length > LongestGoods ? $"{Cut(text)}…" : text;
    }

    /// <remarks>Never through the middle of a character that takes two places, such as 😀: a notice with half of one may be refused.</remarks>
    private static string Cut(string text) => text.Length <= LongestGoods ? text : text[..(LongestGoods - (char.IsHighSurrogate(text[LongestGoods - 1]) ? 1 : 0))];

    private static string NameOf(OrderLine line) => line.Name is "" ? line.Sku.Value : line.Name;
}
