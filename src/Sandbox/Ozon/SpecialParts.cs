using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Ozon;

/// <summary>What postings have that the seller delivers, that come of a split, or that want something special. Others are left as they are.</summary>
internal sealed class SpecialParts(SandboxRun run)
{
    private readonly PackingNeeds _needs = new(run);

    public void WriteTo(JsonObject json, OrderTrack order, PostingState state, Variations vary)
    {
        var scene = Scene.Of(run.Options, order.Plan);
        if (order.Plan.ParentNumber is { } parent)
        {
            json["parent_posting_number"] = parent;
        }

        if (order.TrackingNumbers is [.., var number])
        {
            json["tracking_number"] = number;
        }

        if (scene.IsMultibox)
        {
            (json["is_multibox"], json["multi_box_qty"]) = (true, order.Boxes);
        }

        if (state.Status == "awaiting_packaging")
        {
            foreach (var (list, products) in _needs.OpenOf(order).Where(list => list.Value.Length > 0))
            {
                json["requirements"]!.AsObject()[list] = new JsonArray(products.Select(product => (JsonNode)vary.Id(product)).ToArray());
            }
        }

        if (order.Plan.IsRfbs)
        {
            json["customer"] = Customer(order.Plan, scene);
            foreach (var action in ActionsOf(order, state))
            {
                json["available_actions"]!.AsArray().Add(action);
            }
        }
    }

    private IEnumerable<string> ActionsOf(OrderTrack order, PostingState state) => state switch
    {
        { Status: "awaiting_packaging" } when _needs.MayNameDate(order, state) => ["set_cutoff"],
        { Status: "awaiting_deliver" } => ["set_track_number", "non_int_delivering"],
        { Status: "delivering" } => ["cancel", "set_track_number", "non_int_last_mile", "non_int_delivered"],
        _ => [],
    };

    /// <summary>Nobody lives there.</summary>
    private static JsonObject Customer(PlannedOrder plan, Scene scene) => new()
    {
        ["customer_id"] = plan.OrderId,
        ["name"] = plan.Recipient ?? $"Иван Примеров {plan.OrderId}",
        ["phone"] = "79000000000",
        ["address"] = new JsonObject
        {
            ["address_tail"] = scene.HasOddAddress ? "" : "ул. Примерная, д. 1",
            ["city"] = "Казань",
            ["comment"] = scene.HasComment ? "Позвонить за час" : "",
            ["country"] = "Россия",
            ["district"] = "",
            ["latitude"] = 55.79,
            ["longitude"] = 49.12,
            ["provider_pvz_code"] = "",
            ["pvz_code"] = 0,
            ["region"] = "Татарстан",
            ["zip_code"] = "420000",
        },
    };
}
