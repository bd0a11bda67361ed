using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>Cancels some products of a posting. Said twice it cancels twice.</summary>
internal sealed class PartCancels(SandboxRun run)
{
    public Answer Cancel(JsonObject request)
    {
        var order = run.Find(Channel.Ozon, request.Text("posting_number")) ?? throw RefusedException.PostingNotFound();
        var (state, items) = (run.StateOf(order), request.Objects("items"));
        if (state.CancelledAt is not null || state.ShippedAt is not null || run.Clock.Finished)
        {
            throw RefusedException.BadRequest(state.CancelledAt is not null ? "POSTING_ALREADY_CANCELLED" : "HAS_INCORRECT_STATUS");
        }

        var (reason, message) = (request.Number("cancel_reason_id") ?? 0, request.Text("cancel_reason_message"));
        if (message.Trim() is "" || !CancelReasons.Takes(order, state, reason, message))
        {
            throw RefusedException.BadRequest(message.Trim() is "" ? "invalid Request.CancelReasonMessage: value length must be at least 1 runes" : "HAS_INCORRECT_CANCEL_REASON");
        }

        var there = order.Plan.Lines.GroupBy(line => line.Product.Sku).ToDictionary(line => line.Key, line => line.Sum(one => (long)one.Quantity));
        var asked = items.GroupBy(item => item.Number("sku") ?? 0).ToDictionary(item => item.Key, item => item.Sum(one => one.Number("quantity") ?? 0));
        if (asked.Keys.Any(sku => !there.ContainsKey(sku)))
        {
            throw RefusedException.BadRequest("UNKNOWN_PRODUCT_DEFINED");
        }

        if (asked.Count == 0 || asked.Any(item => item.Value < 1 || item.Value > there[item.Key]) || asked.Values.Sum() == there.Values.Sum())
        {
            throw RefusedException.BadRequest("HAS_INCORRECT_PRODUCT_QUANTITY");
        }

        run.Record(OzonExtras.PartCancelled, order.Plan.Number, new JsonObject
        {
            ["reason"] = reason,
            ["items"] = new JsonArray(asked.Select(item => (JsonNode)new JsonObject { ["sku"] = item.Key, ["quantity"] = (int)item.Value }).ToArray()),
        });
        return Answer.Ok(new JsonObject { ["result"] = Variations.Of(run.Options, "part " + order.Plan.Number).Wrapped ? "" : order.Plan.Number });
    }
}
