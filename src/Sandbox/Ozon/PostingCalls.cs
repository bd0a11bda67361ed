using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>The calls that change a posting: assemble and cancel.</summary>
internal sealed class PostingCalls(SandboxRun run)
{
    private readonly PackingNeeds _needs = new(run);

    /// <summary>Answers at once; whether it took effect shows in the posting a moment later.</summary>
    public Answer Ship(JsonObject request)
    {
        var order = run.Find(Channel.Ozon, request.Text("posting_number")) ?? throw RefusedException.PostingNotFound();
        var state = run.StateOf(order);
        if (Refusal(state, order) is { } token)
        {
            throw Business(order, token);
        }

        var packages = request.Objects("packages");
        if (PackingFault(order, packages) is { } fault)
        {
            throw Business(order, fault);
        }

        if (order.ShipCalls.Any(call => !call.Fails))
        {
            run.Record(Happened.ShipRepeated, order.Plan.Number);
            return Accepted(order.Plan.Number);
        }

        var chance = new SeededRandom(run.Options.Seed, "ship " + order.Plan.Number, order.ShipCalls.Count);
        var parts = packages.Count > 1 ? Parts.Write(order, packages) : null;
        var call = new JsonObject
        {
            ["done_at"] = run.DoneAt(TimeSpan.FromSeconds(chance.Between(0.3, 1.5))),
            // A first try fails now and then; the repeated one does not.
            ["fails"] = order.ShipCalls.Count == 0 && chance.Chance(0.1),
        };
        if (parts is not null)
        {
            call["parts"] = parts;
        }

        run.Record(Happened.ShipAsked, order.Plan.Number, call);
        return Accepted(parts is null ? [order.Plan.Number] : [.. Parts.Numbers(parts)]);
    }

    public Answer Cancel(JsonObject request)
    {
        var order = run.Find(Channel.Ozon, request.Text("posting_number")) ?? throw RefusedException.PostingNotFound();
        var state = run.StateOf(order);
        var reason = request.Number("cancel_reason_id") ?? 0;
        if (state.CancelledAt is not null || (state.ShippedAt is not null && (!order.Plan.IsRfbs || state.Status == "delivered")) || run.Clock.Finished)
        {
            throw Business(order, state.CancelledAt is not null ? "POSTING_ALREADY_CANCELLED" : "HAS_INCORRECT_STATUS");
        }

        if (!CancelReasons.Takes(order, state, reason, request.Text("cancel_reason_message")))
        {
            throw Business(order, "HAS_INCORRECT_CANCEL_REASON");
        }

        run.Record(Happened.CancelAsked, order.Plan.Number, new JsonObject { ["reason"] = (int)reason }, run.Clock.Now);
        return Answer.Ok(new JsonObject { ["result"] = true });
    }

    private static Answer Accepted(params string[] numbers) => Answer.Ok(new JsonObject { ["result"] = new JsonArray(numbers.Select(number => (JsonNode)number).ToArray()) });

    private string? Refusal(PostingState state, OrderTrack order) =>
        state.CancelledAt is not null ? "POSTING_ALREADY_CANCELLED"
        : state.PackedAt is not null || state.ShippedAt is not null ? "POSTING_ALREADY_SHIPPED"
        : state.Status != "awaiting_packaging" || !run.TakesShipping ? "HAS_INCORRECT_STATUS"
        : order.Plan.Lines.Any(line => line.Quantity <= 0) ? "HAS_INCORRECT_PRODUCT_QUANTITY"
        : _needs.IsOpen(order) ? "EXEMPLAR_INFO_NOT_FILLED_COMPLETELY"
        : _needs.LacksBoxes(order) ? "TRANSITION_IS_NOT_POSSIBLE"
        : null;

    private static string? PackingFault(OrderTrack order, IReadOnlyList<JsonObject> packages)
    {
        var due = order.Plan.Lines.GroupBy(line => line.Product.Sku).ToDictionary(line => line.Key, line => line.Sum(one => (long)one.Quantity));
        var packed = packages.SelectMany(package => package.Objects("products"))
            .GroupBy(product => product.Number("product_id") ?? 0)
            .ToDictionary(product => product.Key, product => product.Sum(one => one.Number("quantity") ?? 0));
        return packed.Keys.Any(sku => !due.ContainsKey(sku)) ? "UNKNOWN_PRODUCT_DEFINED"
            : due.Any(line => packed.GetValueOrDefault(line.Key) != line.Value) || packages.Any(package => package.Objects("products").All(line => line.Number("quantity") is not > 0)) ? "HAS_INCORRECT_PRODUCT_QUANTITY"
            : null;
    }

    /// <summary>The token is what counts: status and number are not settled, so they differ from order to order.</summary>
    private RefusedException Business(OrderTrack order, string token)
    {
        var chance = new SeededRandom(run.Options.Seed, "refusal " + order.Plan.Number);
        return new RefusedException(chance.Chance(0.5) ? 400 : 409, chance.Chance(0.5) ? 3 : 9, token);
    }
}
