using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>How the seller stands: grades, the orders that spoilt them, and who wrote.</summary>
internal sealed class SellerStanding(SandboxRun run)
{
    private const int Charge = 60;
    private const double PaidFrom = 4;
    private const double CriticalFrom = 20;

    /// <summary>The share of what the seller spoiled, of all that was due to leave, over the run so far.</summary>
    public Answer ErrorIndex()
    {
        var now = run.Clock.Now;
        var (index, spoilt) = (Index(), Spoilt().Count());
        return Answer.Ok(new JsonObject
        {
            ["index"] = index,
            ["period_from"] = Day(now.AddDays(-14)),
            ["period_to"] = Day(now.AddDays(-1)),
            ["currency_code"] = "RUB",
            ["processing_costs_sum"] = spoilt * Charge,
            ["defects"] = new JsonArray(new JsonObject { ["date"] = Day(now), ["index_by_date"] = index, ["processing_costs_sum_by_date"] = spoilt * Charge }),
        });
    }

    public Answer ErrorPostings(JsonObject request)
    {
        if (request.Number("limit") is not (>= 1 and <= 1000))
        {
            throw RefusedException.BadRequest("invalid Request.Limit: value must be inside range [1, 1000]");
        }

        var asked = request.Part("filter").Texts("posting_numbers");
        return Answer.Ok(new JsonObject
        {
            ["errors"] = new JsonArray(Spoilt().Where(order => asked.Count == 0 || asked.Contains(order.Order.Plan.Number)).Select(order => (JsonNode)new JsonObject
            {
                ["posting_number"] = order.Order.Plan.Number,
                ["posting_error_type"] = order.State.CancelledAt is null ? "SELLER_DELAY" : "SELLER_CANCELLATION",
                ["error_at"] = Variations.None.Instant(order.State.ClosedAt!.Value),
                ["index"] = Index(),
                ["charge_percent"] = order.State.CancelledAt is null ? 1.5 : 3,
                ["charge_price"] = Charge,
                ["charge_price_currency_code"] = "RUB",
                ["product_price"] = order.Order.Plan.Lines[0].Product.Price,
                ["product_price_currency_code"] = order.Order.Plan.Currency,
                ["delivery_schema"] = order.Order.Plan.IsRfbs ? "rFBS" : "FBS",
                ["has_grace_status"] = false,
            }).ToArray()),
            ["cursor"] = "",
            ["has_next"] = false,
        });
    }

    public Answer Ratings() => Answer.Ok(new JsonObject
    {
        ["groups"] = new JsonArray(new JsonObject
        {
            ["group_name"] = "Доставка",
            ["items"] = new JsonArray(new JsonObject
            {
                ["rating"] = "rating_general_indicator_fbs_rfbs",
                ["name"] = "Индекс ошибок",
                ["current_value"] = Index(),
                ["past_value"] = 0,
                ["value_type"] = "INDEX",
                ["rating_direction"] = "LOWER",
                ["status"] = Index() switch { > CriticalFrom => "CRITICAL", > PaidFrom => "WARNING", _ => "OK" },
                ["change"] = new JsonObject { ["direction"] = "NONE", ["meaning"] = "NEUTRAL" },
            }),
        }),
        ["localization_index"] = new JsonArray(),
        ["penalty_score_exceeded"] = false,
        ["premium"] = false,
        ["premium_plus"] = false,
    });

    /// <summary>Buyers who commented on their order wrote about it too.</summary>
    public Answer Chats(JsonObject request)
    {
        var chats = request.Part("filter").Text("chat_status") is "CLOSED" ? [] : Writers();
        return Answer.Ok(new JsonObject
        {
            ["chats"] = new JsonArray(chats.Select(order => (JsonNode)new JsonObject
            {
                ["chat"] = new JsonObject { ["chat_id"] = order.Plan.Number, ["chat_type"] = "Buyer_Seller", ["chat_status"] = "Opened", ["created_at"] = Variations.None.Instant(order.Plan.Appears) },
                ["unread_count"] = 1,
                ["last_message_id"] = "3000000000817031942",
                ["first_unread_message_id"] = "3000000000817031942",
            }).ToArray()),
            ["total_unread_count"] = Writers().Count(),
            ["cursor"] = "",
            // A text, as in the official sample.
            ["has_next"] = "false",
        });
    }

    public Answer ChatHistory(JsonObject request)
    {
        var order = Writers().FirstOrDefault(one => one.Plan.Number == request.Text("chat_id")) ?? throw new RefusedException(404, 5, "CHAT_NOT_FOUND");
        return Answer.Ok(new JsonObject
        {
            ["messages"] = new JsonArray(new JsonObject
            {
                ["message_id"] = "3000000000817031942",
                // The first letter is Cyrillic, as in the official sample.
                ["user"] = new JsonObject { ["id"] = "1", ["type"] = "Сustomer" },
                ["created_at"] = Variations.None.Instant(order.Plan.Appears),
                ["data"] = new JsonArray("Когда отправите?"),
                ["is_read"] = false,
                ["context"] = new JsonObject { ["order_number"] = order.Plan.OrderNumber, ["sku"] = order.Plan.Lines[0].Product.Sku.ToString(CultureInfo.InvariantCulture) },
            }),
            ["has_next"] = false,
        });
    }

    /// <summary>Nobody has written any.</summary>
    public static Answer Reviews() => Answer.Ok(new JsonObject { ["reviews"] = new JsonArray(), ["has_next"] = false, ["last_id"] = "" });

    private IEnumerable<OrderTrack> Writers() => run.Appeared(Channel.Ozon).Where(order => Scene.Of(run.Options, order.Plan).HasComment && run.StateOf(order).Open);

    private IEnumerable<(OrderTrack Order, PostingState State)> Closed() =>
        run.Appeared(Channel.Ozon).Select(order => (Order: order, State: run.StateOf(order))).Where(order => order.State.ClosedAt is not null);

    private IEnumerable<(OrderTrack Order, PostingState State)> Spoilt() =>
        Closed().Where(order => order.State.CancelledBy is "seller" or "ozon" || order.State.ShippedAt > order.State.Limit);

    private double Index() => Closed().Count() is var closed and > 0 ? Math.Round(100.0 * Spoilt().Count() / closed, 2) : 0;

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
