using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Marketplace;

/// <summary>Writes a posting. The lists (v4) and the single get (v3) differ in more than their wrapping.</summary>
internal sealed class PostingJson(SandboxRun run)
{
    private static readonly string[] Requirements =
        ["products_requiring_gtd", "products_requiring_country", "products_requiring_mandatory_mark", "products_requiring_rnpt",
         "products_requiring_jw_uin", "products_requiring_change_country", "products_requiring_imei", "products_requiring_weight"];

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
            ["tpl_integration_type"] = "ozon",
            ["integration_type_flow"] = "ozon",
            ["delivery_method"] = new JsonObject
            {
                ["id"] = vary.Id(StockBook.Warehouse), ["name"] = "Ozon Логистика курьеру", ["warehouse_id"] = vary.Id(StockBook.Warehouse),
                ["warehouse"] = "Основной склад", ["tpl_provider_id"] = 24, ["tpl_provider"] = "Ozon Логистика",
            },
            ["available_actions"] = Actions(state),
            ["is_express"] = false,
            ["is_multibox"] = false,
            ["multi_box_qty"] = 0,
            ["customer"] = null,
            ["addressee"] = null,
            ["optional"] = new JsonObject { ["products_with_possible_mandatory_mark"] = new JsonArray() },
            ["products"] = new JsonArray(plan.Lines.Select(line => (JsonNode)Product(line, plan.Currency, vary, single)).ToArray()),
            ["cancellation"] = Cancellation(state),
            ["requirements"] = Needed(vary),
        };
        vary.Nothing(json, "tracking_number");
        LateMoment(json, state, vary);
        Blocks(json, order, with, vary, single);
        Tariff(json, state, vary, single);
        return json;
    }

    private void LateMoment(JsonObject json, PostingState state, Variations vary)
    {
        if (vary.NoLateMoment)
        {
            vary.Absent(json, "shipment_date_without_delay");
        }
        else
        {
            json["shipment_date_without_delay"] = state.Limit is { } limit ? vary.Instant(RunClock.Round(limit + run.Clock.ToWall(TimeSpan.FromHours(1)))) : null;
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

    private static JsonObject Product(OrderLine line, string currency, Variations vary, bool single)
    {
        var json = new JsonObject
        {
            ["sku"] = vary.Id(line.Product.Sku), ["offer_id"] = line.Product.OfferId, ["name"] = line.Product.Name, ["quantity"] = line.Quantity,
        };
        if (single)
        {
            json["price"] = line.Product.Price.ToString("0.0000", CultureInfo.InvariantCulture);
            json["currency_code"] = currency;
        }
        else
        {
            json["price"] = new JsonObject { ["amount"] = line.Product.Price.ToString("0.##", CultureInfo.InvariantCulture), ["currency"] = currency };
            json["imei"] = new JsonArray();
        }

        return json;
    }

    private static JsonArray Actions(PostingState state) => state switch
    {
        { Status: "awaiting_packaging", Substatus: "ship_failed" } => ["cancel", "ship_async_retry"],
        { Status: "awaiting_packaging" } => ["cancel", "product_cancel", "ship"],
        { Status: "awaiting_deliver" } => ["cancel", "label_download"],
        _ => [],
    };

    private static JsonObject Cancellation(PostingState state) => new()
    {
        ["cancel_reason_id"] = state.CancelReason,
        ["cancel_reason"] = state.CancelledBy switch { "client" => "Покупатель передумал", "ozon" => "Отменено Ozon", "seller" => "Отменено продавцом", _ => "" },
        ["cancellation_type"] = state.CancelledBy,
        ["cancelled_after_ship"] = state.CancelledAfterShip,
        ["affect_cancellation_rating"] = state.CancelledBy is "ozon" or "seller",
        ["cancellation_initiator"] = state.CancelledBy switch { "client" => "Клиент", "ozon" => "Ozon", "seller" => "Продавец", _ => "" },
    };

    private static JsonObject Needed(Variations vary)
    {
        var json = new JsonObject();
        foreach (var list in vary.EightRequirements ? Requirements : Requirements[..3])
        {
            json[list] = new JsonArray();
        }

        return json;
    }

    /// <summary>The last step of a tariff ends in the year 9999, with more digits than many a clock has.</summary>
    private static void Tariff(JsonObject json, PostingState state, Variations vary, bool single)
    {
        if (!vary.TariffSteps || state.Limit is not { } limit)
        {
            return;
        }

        json["tariffication"] = new JsonObject
        {
            ["current_tariff_rate"] = 0, ["current_tariff_type"] = "", ["next_tariff_starts_at"] = vary.Instant(limit),
            ["current_tariff_charge"] = single ? "" : null, ["next_tariff_rate"] = 1,
        };
        json["tariffication_steps"] = new JsonArray(
            Step(vary.Instant(limit), 0, "0"), Step("9999-12-31T23:59:59.999999900Z", 3, "100"));
    }

    private static JsonObject Step(string until, int rate, string least) => new()
    {
        ["tariff_deadline_at"] = until, ["tariff_rate"] = rate, ["tariff_type"] = rate == 0 ? "discount" : "commission",
        ["tariff_charge"] = new JsonObject { ["amount"] = "0", ["currency"] = "RUB" },
        ["min_charge"] = rate == 0 ? null : new JsonObject { ["amount"] = least, ["currency"] = "RUB" },
    };
}
