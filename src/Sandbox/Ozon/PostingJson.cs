using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Ozon;

/// <summary>Writes a posting. The lists (v4) and the single get (v3) differ in more than their wrapping.</summary>
internal sealed class PostingJson(SandboxRun run)
{
    private readonly SpecialParts _special = new(run);

    /// <param name="with">Which blocks were asked for; the others come as nothing.</param>
    public JsonObject Write(OrderTrack order, PostingState state, JsonObject with, bool single)
    {
        var (plan, vary) = (order.Plan, Variations.Of(run.Options, "posting " + order.Plan.Number));
        var json = new JsonObject
        {
            ["posting_number"] = plan.Number,
            ["order_id"] = vary.Id(plan.OrderId),
            ["order_number"] = plan.OrderNumber,
            ["parent_posting_number"] = "",
            ["status"] = state.Status,
            ["substatus"] = state.Substatus,
            ["in_process_at"] = vary.Instant(plan.Appears),
            ["shipment_date"] = state.Limit is { } limit ? vary.Instant(limit) : null,
            ["delivering_date"] = state.ShippedAt is { } shipped ? vary.Instant(shipped) : null,
            ["tpl_integration_type"] = PostingParts.Integration(plan),
            ["integration_type_flow"] = PostingParts.Integration(plan),
            ["delivery_method"] = new JsonObject
            {
                ["id"] = vary.Id(StockBook.Warehouse),
                ["name"] = "Ozon Логистика курьеру",
                ["warehouse_id"] = vary.Id(StockBook.Warehouse),
                ["warehouse"] = "Основной склад",
                ["tpl_provider_id"] = 24,
                ["tpl_provider"] = "Ozon Логистика",
            },
            ["available_actions"] = PostingParts.Actions(state),
            ["is_express"] = false,
            ["is_multibox"] = false,
            ["multi_box_qty"] = 0,
            ["customer"] = null,
            ["addressee"] = null,
            ["optional"] = new JsonObject { ["products_with_possible_mandatory_mark"] = new JsonArray() },
            ["products"] = new JsonArray(plan.Lines.Select(line => (JsonNode)PostingParts.Product(line, plan.Currency, vary, single)).ToArray()),
            ["cancellation"] = PostingParts.Cancellation(state),
            ["requirements"] = PostingParts.Requirements(vary),
        };
        vary.Nothing(json, "tracking_number");
        LateMoment(json, state, vary);
        Blocks(json, order, with, vary, single);
        PostingParts.Tariff(json, state, vary, single);
        _special.WriteTo(json, order, state, vary);
        return json;
    }

    private static void LateMoment(JsonObject json, PostingState state, Variations vary)
    {
        if (vary.NoLateMoment)
        {
            vary.Absent(json, "shipment_date_without_delay");
        }
        else
        {
            json["shipment_date_without_delay"] = state.Limit is { } limit ? vary.Instant(limit) : null;
        }
    }

    private static void Blocks(JsonObject json, OrderTrack order, JsonObject with, Variations vary, bool single)
    {
        foreach (var block in new[] { "analytics_data", "financial_data", "legal_info" })
        {
            vary.Absent(json, block);
        }

        if (with.Flag("barcodes"))
        {
            json["barcodes"] = new JsonObject { ["upper_barcode"] = Barcode(order.Plan), ["lower_barcode"] = "0" };
        }
        else
        {
            vary.Absent(json, "barcodes");
        }

        if (single)
        {
            json["previous_substatus"] = "";
            json["prr_option"] = new JsonObject { ["code"] = "", ["price"] = "", ["currency_code"] = "", ["floor"] = "" };
            json["related_postings"] = null;
            json["additional_data"] = new JsonArray();
        }
        else
        {
            json["delivery_schema"] = "fbs";
            json["prr_option"] = "";
            json["quantum_id"] = 0;
        }
    }

    public static string Barcode(PlannedOrder plan) => string.Create(CultureInfo.InvariantCulture, $"%101%{plan.OrderId}");
}
