using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Webhook;

namespace ShipBy.Sandbox.Reporting;

/// <summary>A time during which an open order had one and the same limit; none while a moved cut-off was empty.</summary>
internal sealed record DeadlineSpan(DateTimeOffset From, DateTimeOffset To, DateTimeOffset? Limit)
{
    /// <param name="closed">When the order stopped being open, or was looked at last.</param>
    public static IReadOnlyList<DeadlineSpan> Of(OrderTrack order, DateTimeOffset closed)
    {
        var changes = order.Plan.Moves.Select(move => (move.At, move.Limit)).Prepend((At: order.Plan.Due, Limit: (DateTimeOffset?)order.Plan.Limit)).ToArray();
        return changes
            .Select((change, index) => new DeadlineSpan(Known(order, index, change.At), Earlier(closed, index + 1 < changes.Length ? changes[index + 1].At : closed), change.Limit))
            .Where(span => span.To > span.From)
            .ToArray();
    }

    /// <summary>A shop that tells of its orders by itself may be late with it, and then nobody knew. What it has not told yet nobody knows at all.</summary>
    private static DateTimeOffset Known(OrderTrack order, int change, DateTimeOffset at) => order.Plan.Channel is not Channel.Webhook ? at
        : ShopStory.LimitTakenAt(order, change) is { } taken ? taken > at ? taken : at
        : DateTimeOffset.MaxValue;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
