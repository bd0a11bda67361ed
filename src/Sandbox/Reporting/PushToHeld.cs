using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Reporting;

/// <summary>How long it took from the push, or the shop's message, that first told of an order until the app held its stock.</summary>
/// <remarks>Orders that a poll brought in before their push arrived say nothing about pushes and are left out, as are those that were never held.</remarks>
internal static class PushToHeld
{
    public const string SentAt = "sent_at";

    /// <returns>Milliseconds, from short to long.</returns>
    public static double[] Of(IEnumerable<JournalEntry> journal, IEnumerable<OrderTrack> orders)
    {
        var sent = journal
            .Where(entry => entry.Order is not null && entry.Kind is Happened.Push or Happened.Webhook && entry.Data["status"]!.GetValue<int>() is >= 200 and < 300 && entry.Data.ContainsKey(SentAt))
            .GroupBy(entry => entry.Order!, StringComparer.Ordinal)
            .ToDictionary(order => order.Key, order => order.Min(entry => entry.Data[SentAt]!.GetValue<DateTimeOffset>()), StringComparer.Ordinal);
        return
        [
            .. from order in orders
               where sent.ContainsKey(order.Plan.Number)
               let at = sent[order.Plan.Number]
               where order.App?.Taken >= at && order.Holds.Count > 0
               let took = (order.Holds.Keys.Min() - at).TotalMilliseconds
               orderby took
               select took,
        ];
    }

    /// <summary>The smallest that is no shorter than this share of all; null where there are none.</summary>
    public static JsonNode? Quantile(double[] sorted, double share) => sorted.Length == 0 ? null : Math.Round(sorted[(int)Math.Ceiling(share * sorted.Length) - 1], 1);
}
