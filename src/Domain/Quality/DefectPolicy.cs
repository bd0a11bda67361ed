using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Quality;

/// <summary>What a person, or a file, says is wrong with an order. Whatever is said twice changes nothing the second time.</summary>
public static class DefectPolicy
{
    /// <value>Longer words are cut: they are shown in a line, and kept in the order's row.</value>
    public const int LongestNote = 200;

    public const int LongestName = 60;

    public const int WorstReview = 1;

    public const int BestReview = 5;

    /// <value>So many stars, or fewer, are a bad review; Amazon's words, and those of most others.</value>
    public const int BadReview = 2;

    /// <summary>Whether somebody may enter it; the others follow from the order.</summary>
    public static bool IsEntered(DefectKind kind) => kind is not (DefectKind.Late or DefectKind.CancelledBySeller);

    public static Order Note(Order order, DefectKind kind, string by, string? note, Instant at)
    {
        if (!IsEntered(kind) || order.Defects.Any(known => known.Kind == kind && known.Stands))
        {
            return order;
        }

        return order with { Defects = [.. order.Defects.Where(known => known.Kind != kind), new Defect(kind, at, Cut(by, LongestName)!, Cut(note, LongestNote))] };
    }

    /// <summary>It was a mistake: the order does not have it.</summary>
    public static Order TakeBack(Order order, DefectKind kind, Instant at) => order.Defects.Any(known => known.Kind == kind && known.Stands)
        ? order with { Defects = [.. order.Defects.Select(known => known.Kind == kind ? known with { TakenBackAt = at } : known)] }
        : order;

    public static Order Confirm(Order order, CauseKind kind, string by, string? note, Instant at) => order.Cause is { } known && known.Kind == kind && known.Note == Cut(note, LongestNote)
        ? order
        : order with { Cause = new ConfirmedCause(kind, Cut(by, LongestName)!, at, Cut(note, LongestNote)) };

    public static Order Rate(Order order, int stars) => stars is >= WorstReview and <= BestReview ? order with { Review = stars } : order;

    /// <summary>An order that leaves the ledger and whose copy lies in the history already. What a person said of either counts, the later of two words.</summary>
    public static Order Joined(Order order, Order copy)
    {
        var defects = order.Defects.Concat(copy.Defects).GroupBy(defect => defect.Kind).Select(kind => kind.MaxBy(defect => defect.ChangedAt)!).OrderBy(defect => defect.Kind).ToList();
        return order with
        {
            Defects = defects.SequenceEqual(order.Defects) ? order.Defects : defects,
            Review = order.Review ?? copy.Review,
            Cause = copy.Cause is { } said && (order.Cause is not { } own || said.At > own.At) ? said : order.Cause,
        };
    }

    /// <remarks>Never in the middle of a character.</remarks>
    private static string? Cut(string? text, int length) => text?.Trim() is not { Length: > 0 } plain ? null
        : plain.Length <= length ? plain
        : plain[..(char.IsHighSurrogate(plain[length - 1]) ? length - 1 : length)];
}
