using System.Text.Json.Nodes;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Push;

/// <summary>Words the push messages. They have no id, no signature and no promise of order.</summary>
internal sealed class PushMessages(SandboxOptions options)
{
    private const int Seller = 15;

    /// <returns>Null where nothing is pushed for this piece of news.</returns>
    public JsonObject? Of(StepNews news) => news.Kind switch
    {
        Happened.OrderIn => NewPosting(news),
        Happened.Cancelled => Cancelled(news),
        Happened.CutoffMoved => CutoffMoved(news),
        StepNews.StateChanged => StateChanged(news),
        _ => null,
    };

    public static JsonObject Ping(DateTimeOffset now) => new() { ["message_type"] = "TYPE_PING", ["time"] = Variations.None.Instant(now) };

    /// <summary>A message now and then that is no business of an order: types of other subjects, and one that nobody knows.</summary>
    public JsonObject? Stray(StepNews news)
    {
        var chance = new SeededRandom(options.Seed, "stray " + news.Order.Plan.Number);
        var line = news.Order.Plan.Lines[0];
        return news.Kind != Happened.OrderIn ? null : chance.Below(40) switch
        {
            0 => Message("TYPE_STOCKS_CHANGED", new JsonObject
            {
                ["items"] = new JsonArray(new JsonObject
                {
                    ["product_id"] = line.Product.ProductId,
                    ["sku"] = line.Product.Sku,
                    ["updated_at"] = Variations.None.Instant(news.Order.Plan.Appears),
                    ["stocks"] = new JsonArray(new JsonObject { ["warehouse_id"] = StockBook.Warehouse, ["present"] = 1, ["reserved"] = 1 }),
                }),
            }),
            1 => Message("TYPE_DELIVERY_DATE_CHANGED", new JsonObject
            {
                ["posting_number"] = news.Order.Plan.Number,
                ["new_delivery_date_begin"] = "",
                ["new_delivery_date_end"] = "",
                ["warehouse_id"] = StockBook.Warehouse,
            }),
            2 => new JsonObject { ["message_type"] = "TYPE_NEW_MESSAGE", ["seller_id"] = "15", ["chat_id"] = "b646d975", ["message_id"] = "3000000000817031942" },
            3 => Message("TYPE_SOMETHING_NEW", []),
            _ => null,
        };
    }

    private JsonObject NewPosting(StepNews news)
    {
        var (plan, vary) = (news.Order.Plan, Variations.Of(options, "push " + news.Order.Plan.Number));
        var late = options.Variations && new SeededRandom(options.Seed, "late payment " + plan.Number).Chance(0.05);
        return Message("TYPE_NEW_POSTING", new JsonObject
        {
            ["posting_number"] = plan.Number,
            ["products"] = new JsonArray(plan.Lines.Select(line => (JsonNode)new JsonObject
            {
                ["sku"] = vary.Id(line.Product.Sku),
                ["offer_id"] = line.Product.OfferId,
                ["quantity"] = line.Quantity,
            }).ToArray()),
            ["in_process_at"] = late ? "" : vary.Instant(plan.Appears),
            ["warehouse_id"] = vary.Id(StockBook.Warehouse),
            ["shipment_date"] = vary.Instant(plan.Limit),
            ["tpl_integration_type"] = PostingParts.Integration(plan),
            ["is_express"] = false,
            ["tracking_number"] = "",
        });
    }

    private static JsonObject Cancelled(StepNews news) => Message("TYPE_POSTING_CANCELLED", new JsonObject
    {
        ["posting_number"] = news.Order.Plan.Number,
        ["products"] = new JsonArray(news.Order.Plan.Lines.Select(line => (JsonNode)new JsonObject { ["sku"] = line.Product.Sku, ["quantity"] = line.Quantity }).ToArray()),
        ["old_state"] = news.State.CancelledAfterShip ? "posting_on_way_to_city" : "posting_created",
        ["new_state"] = "posting_canceled",
        ["changed_state_date"] = Variations.None.Instant(news.State.ChangedAt),
        ["reason"] = new JsonObject { ["id"] = news.State.CancelReason, ["message"] = "" },
        ["warehouse_id"] = StockBook.Warehouse,
    });

    private static JsonObject CutoffMoved(StepNews news) => Message("TYPE_CUTOFF_DATE_CHANGED", new JsonObject
    {
        ["posting_number"] = news.Order.Plan.Number,
        ["new_cutoff_date"] = Date(news.Entry!, "limit"),
        ["old_cutoff_date"] = Date(news.Entry!, "before"),
        ["warehouse_id"] = StockBook.Warehouse,
    });

    private static JsonObject StateChanged(StepNews news) => Message("TYPE_STATE_CHANGED", new JsonObject
    {
        ["posting_number"] = news.Order.Plan.Number,
        ["new_state"] = news.State.Substatus == "posting_registered" ? "posting_transferring_to_delivery" : news.State.Substatus,
        ["changed_state_date"] = Variations.None.Instant(news.State.ChangedAt),
        ["warehouse_id"] = StockBook.Warehouse,
    });

    private static string Date(JournalEntry entry, string name) =>
        entry.Data[name] is { } date ? Variations.None.Instant(date.GetValue<DateTimeOffset>()) : "";

    private static JsonObject Message(string type, JsonObject fields)
    {
        var message = new JsonObject { ["message_type"] = type };
        foreach (var (name, value) in fields)
        {
            message[name] = value?.DeepClone();
        }

        message["seller_id"] = Seller;
        return message;
    }
}
