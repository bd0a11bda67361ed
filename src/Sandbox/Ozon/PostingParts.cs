using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Ozon;

/// <summary>The parts that a posting is put together from.</summary>
internal static class PostingParts
{
    private static readonly string[] RequirementLists =
        ["products_requiring_gtd", "products_requiring_country", "products_requiring_mandatory_mark", "products_requiring_rnpt",
         "products_requiring_jw_uin", "products_requiring_change_country", "products_requiring_imei", "products_requiring_weight"];

    /// <summary>Whose carrier delivers it.</summary>
    public static string Integration(PlannedOrder plan) => plan.IsRfbs ? "non_integrated" : "ozon";

    public static JsonObject Product(OrderLine line, string currency, Variations vary, bool single)
    {
        var json = new JsonObject
        {
            ["sku"] = vary.Id(line.Product.Sku),
            ["offer_id"] = line.Product.OfferId,
            ["name"] = line.Product.Name,
            ["quantity"] = line.Quantity,
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

    public static JsonArray Actions(PostingState state) => state switch
    {
        { Status: "awaiting_packaging", Substatus: "ship_failed" } => ["cancel", "ship_async_retry"],
        { Status: "awaiting_packaging" } => ["cancel", "product_cancel", "ship"],
        { Status: "awaiting_deliver" } => ["cancel", "label_download"],
        _ => [],
    };

    public static JsonObject Cancellation(PostingState state) => new()
    {
        ["cancel_reason_id"] = state.CancelReason,
        ["cancel_reason"] = state.CancelledBy switch { "client" => "Покупатель передумал", "ozon" => "Отменено Ozon", "seller" => "Отменено продавцом", "delivery" => "Заказ утерян службой доставки", _ => "" },
        ["cancellation_type"] = state.CancelledBy,
        ["cancelled_after_ship"] = state.CancelledAfterShip,
        ["affect_cancellation_rating"] = state.CancelledBy is "ozon" or "seller",
        ["cancellation_initiator"] = state.CancelledBy switch { "client" => "Клиент", "ozon" => "Ozon", "seller" => "Продавец", "delivery" => "Служба доставки", _ => "" },
    };

    public static JsonObject Requirements(Variations vary)
    {
        var json = new JsonObject();
        foreach (var list in vary.EightRequirements ? RequirementLists : RequirementLists[..3])
        {
            json[list] = new JsonArray();
        }

        return json;
    }

    /// <summary>The last step of a tariff ends in the year 9999, with more digits than many a clock has.</summary>
    public static void Tariff(JsonObject json, PostingState state, Variations vary, bool single)
    {
        if (!vary.TariffSteps || state.Limit is not { } limit)
        {
            return;
        }

        json["tariffication"] = new JsonObject
        {
            ["current_tariff_rate"] = 0,
            ["current_tariff_type"] = "",
            ["next_tariff_starts_at"] = vary.Instant(limit),
            ["current_tariff_charge"] = single ? "" : null,
            ["next_tariff_rate"] = 1,
        };
        json["tariffication_steps"] = new JsonArray(
            Step(vary.Instant(limit), 0, "0"), Step("9999-12-31T23:59:59.999999900Z", 3, "100"));
    }

    private static JsonObject Step(string until, int rate, string least) => new()
    {
        ["tariff_deadline_at"] = until,
        ["tariff_rate"] = rate,
        ["tariff_type"] = rate == 0 ? "discount" : "commission",
        ["tariff_charge"] = new JsonObject { ["amount"] = "0", ["currency"] = "RUB" },
        ["min_charge"] = rate == 0 ? null : new JsonObject { ["amount"] = least, ["currency"] = "RUB" },
    };
}
