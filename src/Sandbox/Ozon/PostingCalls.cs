using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>The calls that change a posting: assemble and cancel.</summary>
internal sealed class PostingCalls(SandboxRun run)
{
    private const int OtherReason = 402;

    private static readonly (int Id, string Title, bool Selectable)[] Reasons =
    [
        (352, "Товар закончился на складе продавца", true),
        (400, "Остался только бракованный товар", true),
        (401, "Продавец отклонил арбитраж", false),
        (OtherReason, "Другое (вина продавца)", true),
        (666, "Возврат из службы доставки: нет доставки в указанный регион", false),
    ];

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
            return Accepted(order);
        }

        var chance = new SeededRandom(run.Options.Seed, "ship " + order.Plan.Number, order.ShipCalls.Count);
        run.Record(Happened.ShipAsked, order.Plan.Number, new JsonObject
        {
            ["done_at"] = run.DoneAt(TimeSpan.FromSeconds(chance.Between(0.3, 1.5))),
            // A first try fails now and then; the repeated one does not.
            ["fails"] = order.ShipCalls.Count == 0 && chance.Chance(0.1),
        });
        return Accepted(order);
    }

    public Answer Cancel(JsonObject request)
    {
        var order = run.Find(Channel.Ozon, request.Text("posting_number")) ?? throw RefusedException.PostingNotFound();
        var state = run.StateOf(order);
        var reason = request.Number("cancel_reason_id") ?? 0;
        if (!Reasons.Any(known => known.Id == reason && known.Selectable) || (reason == OtherReason && request.Text("cancel_reason_message") is ""))
        {
            throw Business(order, "HAS_INCORRECT_CANCEL_REASON");
        }

        if (state.CancelledAt is not null || state.ShippedAt is not null || run.Clock.Finished)
        {
            throw Business(order, state.CancelledAt is not null ? "POSTING_ALREADY_CANCELLED" : "HAS_INCORRECT_STATUS");
        }

        run.Record(Happened.CancelAsked, order.Plan.Number, new JsonObject { ["reason"] = reason }, run.Clock.Now);
        return Answer.Ok(new JsonObject { ["result"] = true });
    }

    public static Answer CancelReasons() => Answer.Ok(new JsonObject
    {
        ["result"] = new JsonArray(Reasons.Select(reason => (JsonNode)new JsonObject
        {
            ["id"] = reason.Id,
            ["title"] = reason.Title,
            ["type_id"] = "seller",
            ["is_available_for_cancellation"] = reason.Selectable,
        }).ToArray()),
    });

    private static Answer Accepted(OrderTrack order) => Answer.Ok(new JsonObject { ["result"] = new JsonArray(order.Plan.Number) });

    private string? Refusal(PostingState state, OrderTrack order) =>
        state.CancelledAt is not null ? "POSTING_ALREADY_CANCELLED"
        : state.PackedAt is not null || state.ShippedAt is not null ? "POSTING_ALREADY_SHIPPED"
        : state.Status != "awaiting_packaging" || !run.TakesShipping ? "HAS_INCORRECT_STATUS"
        : order.Plan.Lines.Any(line => line.Quantity <= 0) ? "HAS_INCORRECT_PRODUCT_QUANTITY"
        : null;

    private static string? PackingFault(OrderTrack order, IReadOnlyList<JsonObject> packages)
    {
        var due = order.Plan.Lines.GroupBy(line => line.Product.Sku).ToDictionary(line => line.Key, line => line.Sum(one => (long)one.Quantity));
        var packed = packages.SelectMany(package => package.Objects("products"))
            .GroupBy(product => product.Number("product_id") ?? 0)
            .ToDictionary(product => product.Key, product => product.Sum(one => one.Number("quantity") ?? 0));
        return packed.Keys.Any(sku => !due.ContainsKey(sku)) ? "UNKNOWN_PRODUCT_DEFINED"
            : due.Any(line => packed.GetValueOrDefault(line.Key) != line.Value) ? "HAS_INCORRECT_PRODUCT_QUANTITY"
            // One posting, one package here: a split would make postings that no source knows.
            : packages.Count > 1 ? "TRANSITION_IS_NOT_POSSIBLE"
            : null;
    }

    /// <summary>The token is what counts: status and number are not settled, so they differ from order to order.</summary>
    private RefusedException Business(OrderTrack order, string token)
    {
        var chance = new SeededRandom(run.Options.Seed, "refusal " + order.Plan.Number);
        return new RefusedException(chance.Chance(0.5) ? 400 : 409, chance.Chance(0.5) ? 3 : 9, token);
    }
}
