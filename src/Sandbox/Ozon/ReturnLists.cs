using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>Goods of postings that were cancelled after they had left: they come back, unless they are lost.</summary>
internal sealed class ReturnLists(SandboxRun run)
{
    private const long FirstReturn = 1_000_000_001;

    public Answer Own(JsonObject request)
    {
        var (last, limit) = (request.Number("last_id") ?? 0, request.Number("limit") ?? 0);
        if (limit is < 1 or > 500)
        {
            throw RefusedException.BadRequest("invalid Request.Limit: value must be inside range [1, 500]");
        }

        var moment = request.Part("filter").Part("visual_status_change_moment");
        var left = All().Where(one => one.Id > last && !(one.At < moment.Instant("time_from")) && !(one.At > moment.Instant("time_to"))).ToArray();
        return Answer.Ok(new JsonObject
        {
            ["returns"] = new JsonArray(left.Take((int)limit).Select(one => (JsonNode)One(one.Id, one.Order, one.At)).ToArray()),
            ["has_next"] = left.Length > limit,
        });
    }

    /// <summary>No buyer gives anything back to this seller.</summary>
    public static Answer BySeller() => Answer.Ok(new JsonObject { ["returns"] = new JsonArray() });

    private IEnumerable<(long Id, OrderTrack Order, DateTimeOffset At)> All() => run.Appeared(Channel.Ozon)
        .Select((order, i) => (Id: FirstReturn + i, Order: order, State: run.StateOf(order)))
        .Where(one => one.State is { CancelledAfterShip: true, CancelledAt: not null, CancelledBy: not "delivery" })
        .Select(one => (one.Id, one.Order, one.State.CancelledAt!.Value));

    private static JsonObject One(long id, OrderTrack order, DateTimeOffset at) => new()
    {
        ["id"] = id,
        ["posting_number"] = order.Plan.Number,
        ["order_number"] = order.Plan.OrderNumber,
        ["type"] = "Cancellation",
        ["schema"] = "Fbs",
        ["return_reason_name"] = "Покупатель передумал",
        ["product"] = new JsonObject
        {
            ["sku"] = order.Plan.Lines[0].Product.Sku,
            ["offer_id"] = order.Plan.Lines[0].Product.OfferId,
            ["name"] = order.Plan.Lines[0].Product.Name,
            ["quantity"] = order.Plan.Lines[0].Quantity,
            ["price"] = new JsonObject { ["price"] = order.Plan.Lines[0].Product.Price.ToString(CultureInfo.InvariantCulture), ["currency_code"] = order.Plan.Currency },
        },
        ["place"] = new JsonObject { ["id"] = 1, ["name"] = "ПВЗ Примерный", ["address"] = "ул. Примерная, д. 2" },
        ["storage"] = new JsonObject { ["tariffication_start_date"] = Variations.None.Instant(at.AddDays(7)), ["days"] = 0 },
        ["visual"] = new JsonObject { ["status"] = new JsonObject { ["id"] = 19, ["display_name"] = "Едет на склад", ["sys_name"] = "MovingToSeller" }, ["change_moment"] = Variations.None.Instant(at) },
    };
}
