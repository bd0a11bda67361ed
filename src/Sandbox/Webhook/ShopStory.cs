using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Webhook;

/// <summary>A message about an order.</summary>
/// <param name="Id">The same each time that it is sent.</param>
/// <param name="At">When what it tells of happened.</param>
/// <param name="Data">The whole order as it was then.</param>
internal sealed record ShopMessage(string Id, string Type, DateTimeOffset At, JsonObject Data)
{
    public string Body() => new JsonObject { ["type"] = Type, ["timestamp"] = OrderWords.Text(At), ["data"] = Data.DeepClone() }.ToJsonString();
}

/// <summary>All that the shop has to tell of an order so far. It follows from the order alone, so a restart tells the same.</summary>
internal static class ShopStory
{
    private const string Created = "order.created";
    private const string Updated = "order.updated";
    private const string Cancelled = "order.cancelled";
    private const string CreatedMessage = "created";
    private const string PaidMessage = "paid";

    public static IEnumerable<ShopMessage> Of(OrderTrack order, PostingState state, DateTimeOffset now)
    {
        var plan = order.Plan;
        var words = new OrderWords(plan);
        yield return Message(order, CreatedMessage, Created, plan.Appears, words.At(plan.Appears, plan.IsPaidAt(plan.Appears) ? OrderWords.Paid : OrderWords.Unpaid));
        if (plan.Paid is { } paid && paid <= now)
        {
            yield return Message(order, PaidMessage, Updated, paid, words.At(paid, OrderWords.Paid));
        }

        var closed = new[] { state.ShippedAt, state.CancelledAt }.Min();
        foreach (var (index, move) in plan.Moves.Index().Where(move => move.Item.At <= now && !(move.Item.At >= closed)))
        {
            yield return Message(order, MovedMessage(index), Updated, move.At, words.At(move.At, OrderWords.Paid));
        }

        if (plan.Edit is { } edit && edit.At <= now && !(edit.At >= closed))
        {
            yield return Message(order, "edited", Updated, edit.At, words.At(edit.At, OrderWords.Paid));
        }

        if (state.ShippedAt is { } shipped && !(shipped > state.CancelledAt))
        {
            yield return Message(order, "shipped", Updated, shipped, words.At(shipped, "shipped"));
            if (state.Status == "delivered")
            {
                yield return Message(order, "delivered", Updated, state.ChangedAt, words.At(state.ChangedAt, "delivered"));
            }
        }

        if (state.CancelledAt is { } cancelled)
        {
            yield return Message(order, "cancelled", Cancelled, cancelled, words.Cancelled(cancelled, state.CancelledBy));
        }
    }

    /// <summary>When the app took the message that tells of a limit.</summary>
    /// <param name="change">0: the limit that the order came with; from 1 on, the moves of it.</param>
    /// <returns>Null while it has not.</returns>
    public static DateTimeOffset? LimitTakenAt(OrderTrack order, int change) =>
        order.MessagesTaken.TryGetValue(IdOf(order, change > 0 ? MovedMessage(change - 1) : order.Plan.Paid is null ? CreatedMessage : PaidMessage), out var at) ? at : null;

    private static string MovedMessage(int index) => string.Create(CultureInfo.InvariantCulture, $"moved{index}");

    private static string IdOf(OrderTrack order, string what) => string.Create(CultureInfo.InvariantCulture, $"msg_{order.Plan.OrderId}_{what}");

    private static ShopMessage Message(OrderTrack order, string what, string type, DateTimeOffset at, JsonObject data) =>
        new(IdOf(order, what), type, at, data);
}

/// <summary>An order in the shop's words, at an instant.</summary>
internal sealed class OrderWords(Source.PlannedOrder plan)
{
    public const string Unpaid = "pending";
    public const string Paid = "paid";

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <param name="status">An order with a status of its own keeps it while it is open.</param>
    public JsonObject At(DateTimeOffset instant, string status)
    {
        var isPaid = plan.IsPaidAt(instant);
        return new JsonObject
        {
            ["id"] = plan.OrderId,
            ["number"] = plan.Number,
            ["status"] = status == Paid ? plan.OddStatus ?? Paid : status,
            ["created_at"] = Text(plan.Appears),
            ["paid_at"] = isPaid ? Text(plan.Due) : null,
            ["updated_at"] = Text(instant),
            // Nobody promises a moment before the money is there.
            ["ship_by"] = isPaid && plan.LimitAt(instant) is { } limit ? Text(limit) : null,
            ["currency"] = plan.Currency,
            ["lines"] = new JsonArray(plan.LinesAt(instant).Select(line => (JsonNode)new JsonObject
            {
                ["sku"] = line.Product.OfferId,
                ["name"] = line.Product.Name,
                ["quantity"] = line.Quantity,
                ["price"] = line.Product.Price.ToString("0.00", CultureInfo.InvariantCulture),
            }).ToArray()),
        };
    }

    public JsonObject Cancelled(DateTimeOffset instant, string by)
    {
        var words = At(instant, "cancelled");
        words["cancelled_at"] = Text(instant);
        words["cancel_reason"] = by;
        return words;
    }
}
