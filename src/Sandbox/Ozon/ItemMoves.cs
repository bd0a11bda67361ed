using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>Moves of postings that the seller delivers. The answer is good however many were refused; each has its own word.</summary>
internal sealed class ItemMoves(SandboxRun run)
{
    private const int MostNumbers = 20;
    private const int MostPostings = 100;
    private const string NotPossible = "TRANSITION_IS_NOT_POSSIBLE";

    public Answer SetTrackingNumbers(JsonObject request)
    {
        var items = request.Objects("tracking_numbers");
        if (items.Count is 0 or > MostNumbers)
        {
            throw RefusedException.BadRequest($"invalid Request.TrackingNumbers: value must contain between 1 and {MostNumbers} items, inclusive");
        }

        return Each(items.Select(item => (item.Text("posting_number"), Act: (Func<OrderTrack, PostingState, string?>)((order, state) => Number(order, state, item.Text("tracking_number"))))));
    }

    /// <summary>It takes a moment until it shows.</summary>
    public Answer Delivering(JsonObject request) => Each(Numbers(request).Select(number => (number, (Func<OrderTrack, PostingState, string?>)HandOver)));

    public Answer LastMile(JsonObject request) => Each(Numbers(request).Select(number => (number, (Func<OrderTrack, PostingState, string?>)((_, state) => state.Status == "delivering" ? null : NotPossible))));

    public Answer Delivered(JsonObject request) => Each(Numbers(request).Select(number => (number, (Func<OrderTrack, PostingState, string?>)((order, state) =>
    {
        if (state.Status is not "delivering")
        {
            return NotPossible;
        }

        run.Record(Happened.Delivered, order.Plan.Number, [], run.Clock.Now);
        return null;
    }))));

    private string? Number(OrderTrack order, PostingState state, string number)
    {
        if (number.Trim() is "" || state.Status is not ("awaiting_deliver" or "delivering"))
        {
            return number.Trim() is "" ? "TRACKING_NUMBER_IS_EMPTY" : "HAS_INCORRECT_STATUS";
        }

        run.TakeTrackingNumber(order, number);
        return null;
    }

    private string? HandOver(OrderTrack order, PostingState state)
    {
        if (state.Status is not "awaiting_deliver")
        {
            return NotPossible;
        }

        if (order.ShippedAt is null)
        {
            var chance = new SeededRandom(run.Options.Seed, "hand over " + order.Plan.Number);
            run.Record(Happened.Shipped, order.Plan.Number, [], run.DoneAt(TimeSpan.FromSeconds(chance.Between(0.2, 0.8))));
        }

        run.Record(Happened.ToldShipped, order.Plan.Number, new JsonObject { ["carrier"] = null, ["tracking_number"] = null });
        return null;
    }

    private Answer Each(IEnumerable<(string Number, Func<OrderTrack, PostingState, string?> Act)> items) => Answer.Ok(new JsonObject
    {
        ["result"] = new JsonArray(items.Select(item => One(item.Number, item.Act)).ToArray<JsonNode>()),
    });

    private JsonObject One(string number, Func<OrderTrack, PostingState, string?> act)
    {
        var order = run.Find(Channel.Ozon, number);
        var fault = order is null ? "POSTING_NOT_FOUND"
            : !order.Plan.IsRfbs ? "HAS_INCORRECT_TPL_INTEGRATION_TYPE"
            : !run.TakesShipping ? NotPossible
            : act(order, run.StateOf(order));
        return new JsonObject
        {
            ["posting_number"] = number,
            ["result"] = fault is null,
            // Nothing comes as text at times and as an empty list at others.
            ["error"] = fault is not null ? fault : Variations.Of(run.Options, "moved " + number).Wrapped ? "" : new JsonArray(),
        };
    }

    private static IReadOnlyList<string> Numbers(JsonObject request) => request.Texts("posting_number") is { Count: > 0 and <= MostPostings } numbers
        ? numbers
        : throw RefusedException.BadRequest($"invalid Request.PostingNumber: value must contain between 1 and {MostPostings} items, inclusive");
}
