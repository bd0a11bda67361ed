using System.Globalization;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Importing;

/// <summary>What becomes of an order of a file, in words for the operator.</summary>
public static class OrderImportWords
{
    public static string Of(ImportedOrder order) => order.Fate switch
    {
        OrderFate.New => Text($"new, {StateOf(order.After!)}, {Goods(order.After!)}"),
        OrderFate.Changed => $"changed: {string.Join("; ", Differences(order.Before!, order.After!))}",
        OrderFate.Unchanged => Text($"unchanged, {StateOf(order.Before!)}"),
        OrderFate.Older => Text($"older than what is known, which is of {order.Before!.Told!.ChangedAt}; unchanged, {StateOf(order.Before)}"),
        OrderFate.Past => "passed over: it was over before this shop was guarded",
        var unknown => throw new InvalidOperationException($"No words are written for {unknown}."),
    };

    private static IEnumerable<string> Differences(Order before, Order after)
    {
        if (before.Status != after.Status || before.State.IsOpen() != after.State.IsOpen())
        {
            yield return $"{StatusOf(before)} -> {StatusOf(after)}";
        }
        else if (before.RawStatus != after.RawStatus)
        {
            yield return $"'{before.RawStatus}' -> '{after.RawStatus}'";
        }

        if (before.ShipBy != after.ShipBy)
        {
            yield return Text($"to ship by {(before.ShipBy is { } was ? was.ToString() : "nothing")} -> {after.ShipBy}");
        }

        if (!ReferenceEquals(before.Lines, after.Lines))
        {
            yield return $"{Goods(before)} -> {Goods(after)}";
        }

        if (before.TrackingNumber != after.TrackingNumber || before.Carrier != after.Carrier)
        {
            yield return $"sent by {after.Carrier ?? "a carrier"}, tracking number {after.TrackingNumber ?? "none"}";
        }

        if (!before.Remarks.SequenceEqual(after.Remarks))
        {
            yield return after.Remarks.Contains(PostingRemark.Note) ? "a note" : "no note any more";
        }

        if (after.Flaw is { } flaw && before.Flaw != flaw)
        {
            yield return flaw;
        }
    }

    private static string StateOf(Order order) => order.State.IsOpen()
        ? Text($"{StatusOf(order)}, {(order.ShipBy is { } by ? $"to ship by {by}" : "without a deadline: the file names none, and the shop has no HandlingTime")}")
        : StatusOf(order);

    private static string StatusOf(Order order) => order.Status switch
    {
        PostingStatus.AwaitingConfirmation => "waiting",
        PostingStatus.AwaitingPackaging => "to pack",
        PostingStatus.AwaitingHandOver => "packed",
        PostingStatus.HandedOver => "handed over",
        PostingStatus.Delivered => "delivered",
        PostingStatus.Cancelled => "cancelled",
        PostingStatus.Split => "split",
        _ => "unknown",
    };

    private static string Goods(Order order) => order.Lines.Count switch
    {
        0 => "no goods",
        <= 3 => string.Join(" + ", order.Lines.Select(line => Text($"{line.Quantity} x {line.Sku}"))),
        _ => Text($"{order.Lines.Sum(line => line.Quantity)} units of {order.Lines.Select(line => line.Sku).Distinct().Count()} products"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
