using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Taobao;

/// <summary>Writes a trade with the fields that were asked for. Fields that say nothing are left out, as the platform does.</summary>
internal sealed class TradeJson(SandboxRun run)
{
    private const double NotesShare = 0.1;

    private static readonly string[] AskedWithTheRecipient = ["receiver_name", "receiver_address", "created", "receiver_mobile", "receiver_phone"];

    public JsonObject Write(OrderTrack order, TradeState state, IReadOnlySet<string> fields)
    {
        var plan = order.Plan;
        var (shipped, total) = (state.Posting.ShippedAt, plan.Lines.Sum(line => line.Product.Price * line.Quantity));
        var all = new JsonObject
        {
            ["tid"] = plan.OrderId,
            ["tid_str"] = plan.Number,
            ["status"] = state.Status,
            ["type"] = plan.Trade is { IsPresale: true } ? "step" : "fixed",
            ["step_trade_status"] = plan.Trade is not { IsPresale: true } ? null
                : state.PaidAt is not null ? "FRONT_PAID_FINAL_PAID" : state.Posting.CancelledAt is null ? "FRONT_PAID_FINAL_NOPAID" : "FRONT_PAID_FRONT_FORFEITED",
            ["num"] = plan.Lines is [var single] ? single.Quantity : 0,
            ["created"] = ChinaTime.Write(plan.Appears),
            ["modified"] = ChinaTime.Write(state.ChangedAt),
            ["pay_time"] = state.PaidAt is { } paid ? ChinaTime.Write(paid) : null,
            ["consign_time"] = shipped is { } left ? ChinaTime.Write(left) : null,
            ["end_time"] = state.Status is "TRADE_FINISHED" or "TRADE_CLOSED" or "TRADE_CLOSED_BY_TAOBAO" ? ChinaTime.Write(state.ChangedAt) : null,
            ["delivery_time"] = state.PaidAt is not null ? ChinaTime.Write(plan.Limit) : null,
            ["shipping_type"] = "express",
            ["has_buyer_message"] = new SeededRandom(run.Options.Seed, "note " + plan.Number).Chance(NotesShare),
            ["buyer_nick"] = "t**0",
            ["payment"] = Amount(total),
            ["total_fee"] = Amount(total),
            ["post_fee"] = "0.00",
            ["orders"] = new JsonObject { ["order"] = new JsonArray(TradeLine.Of(run, order, state).Select((line, i) => (JsonNode)Line(order, line, i)).ToArray()) },
        };
        foreach (var (field, text) in Recipient(plan, fields))
        {
            all[field] = text;
        }

        foreach (var name in all.Where(field => field.Value is null || !fields.Contains(field.Key)).Select(field => field.Key).ToArray())
        {
            all.Remove(name);
        }

        return all;
    }

    /// <summary>Masked, as the platform gives it; the word for the recipient only to who asks for all that belongs to it. Every tenth buys a second time.</summary>
    private static IEnumerable<(string Field, string Text)> Recipient(PlannedOrder plan, IReadOnlySet<string> fields)
    {
        var who = plan.OrderId % 10 == 0 ? plan.OrderId - 1 : plan.OrderId;
        var mayKnow = AskedWithTheRecipient.All(fields.Contains);

        return
        [
            ("receiver_name", "李**"), ("receiver_state", "浙江省"), ("receiver_city", "杭州市"), ("receiver_district", "余杭区"), ("receiver_address", "某某路**号"), ("receiver_mobile", "138****0000"),
            .. mayKnow ? [("oaid", $"oaid-{who}")] : Array.Empty<(string, string)>(),
        ];
    }

    private JsonObject Line(OrderTrack order, TradeLine line, int index)
    {
        var (product, chance) = (line.Line.Product, new SeededRandom(run.Options.Seed, "line " + order.Plan.Number, index));
        var json = new JsonObject
        {
            ["oid"] = run.Options.Variations && chance.Chance(0.2) ? line.Text : line.Number,
            ["oid_str"] = line.Text,
            ["status"] = line.Status,
            ["refund_status"] = line.RefundStatus,
            ["num"] = line.Line.Quantity,
            ["num_iid"] = Listings.ItemOf(product),
            ["title"] = product.Name,
            ["price"] = Amount(product.Price),
            ["payment"] = Amount(product.Price * line.Line.Quantity),
        };
        if (Listings.HasVariants(product))
        {
            json["sku_id"] = Listings.VariantOf(product).ToString(CultureInfo.InvariantCulture);
            json["outer_sku_id"] = product.OfferId;
        }
        else
        {
            json["outer_iid"] = product.OfferId;
        }

        if (line.Waybill is { } waybill)
        {
            json["invoice_no"] = waybill;
            json["logistics_company"] = CarrierBook.Find(waybill)?.Name;
        }

        return json;
    }

    private static string Amount(decimal price) => price.ToString("0.00", CultureInfo.InvariantCulture);
}
