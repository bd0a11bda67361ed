using NodaTime;
using ShipBy.Domain.Deadlines;
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
        };
    }

    /// <remarks>Where nothing is left to do comes last.</remarks>
    public static IReadOnlyList<WarningLine> MostUrgentFirst(IEnumerable<WarningLine> lines) =>
        [.. lines.OrderBy(line => line.IsOvertaken).ThenBy(line => line.Deadline).ThenBy(line => line.Order.Number, StringComparer.Ordinal)];

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
