using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Ozon;

/// <summary>A posting that is packed in several packages becomes as many postings, packed already; the first one is no more.</summary>
internal static class Parts
{
    /// <summary>As the journal keeps them with the call.</summary>
    public static JsonArray Write(OrderTrack order, IReadOnlyList<JsonObject> packages) => new(packages.Select((package, i) => (JsonNode)new JsonObject
    {
        ["number"] = string.Create(CultureInfo.InvariantCulture, $"{order.Plan.OrderNumber}-{i + 2}"),
        ["units"] = new JsonArray(package.Objects("products").Select(line => (JsonNode)new JsonObject { ["sku"] = line.Number("product_id"), ["quantity"] = line.Number("quantity") }).ToArray()),
    }).ToArray());

    public static IEnumerable<string> Numbers(JsonArray parts) => parts.Select(part => part!["number"]!.GetValue<string>());

    /// <summary>The postings that come of a call which did not fail; none where it named one package.</summary>
    public static IEnumerable<OrderTrack> Of(OrderTrack order, JournalEntry call)
    {
        if (call.Kind is not Happened.ShipAsked || call.Data["parts"] is not JsonArray parts || call.Data["fails"]!.GetValue<bool>())
        {
            yield break;
        }

        var done = call.Data["done_at"]!.GetValue<DateTimeOffset>();
        foreach (var part in parts)
        {
            var plan = order.Plan with
            {
                Number = part!["number"]!.GetValue<string>(),
                ParentNumber = order.Plan.Number,
                Appears = done,
                Limit = order.DateNamed ?? order.Plan.LimitAt(done) ?? order.Plan.Limit,
                Moves = [],
                Cancels = null,
                CancelledAfterShip = null,
                Late = false,
                Lines = [.. part["units"]!.AsArray().Select(unit => Line(order.Plan, unit!))],
            };
            var track = new OrderTrack(plan);
            track.ShipCalls.Add(new ShipCall(done, Fails: false));
            yield return track;
        }
    }

    private static OrderLine Line(PlannedOrder plan, JsonNode unit) =>
        plan.Lines.First(line => line.Product.Sku == unit["sku"]!.GetValue<long>()) with { Quantity = (int)unit["quantity"]!.GetValue<long>() };
}
