using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>Buyers' wishes to cancel what the seller delivers. Left alone, a wish is granted a day of the marketplace later, which shows with the next look at the list.</summary>
internal sealed class CancelWishes(SandboxRun run)
{
    private const int MostPerPage = 500;

    private static readonly TimeSpan TimeToDecide = TimeSpan.FromHours(24);

    public Answer List(JsonObject request)
    {
        if (request.Number("limit") is not (>= 1 and <= MostPerPage))
        {
            throw RefusedException.BadRequest($"invalid Request.Limit: value must be inside range [1, {MostPerPage}]");
        }

        Settle();
        var (wanted, numbers, last) = (request.Part("filters").Text("state"), request.Part("filters").Texts("posting_number"), request.Number("last_id") ?? 0);
        var found = All().Where(wish => wish.Id > last && (wanted is "" or "ALL" || wish.State == wanted) && (numbers.Count == 0 || numbers.Contains(wish.Order.Plan.Number))).OrderBy(wish => wish.Id).ToArray();
        var page = found.Take((int)request.Number("limit")!.Value).ToArray();
        return Answer.Ok(new JsonObject
        {
            ["result"] = new JsonArray(page.Select(wish => (JsonNode)Write(wish)).ToArray()),
            ["last_id"] = page.Length > 0 ? page[^1].Id : 0,
            ["counter"] = request.Part("with").Flag("counter") ? All().Count(wish => wish.State == "ON_APPROVAL") : 0,
        });
    }

    public Answer Grant(JsonObject request)
    {
        var wish = Undecided(request);
        run.Record(OzonExtras.CancelGranted, wish.Order.Plan.Number, [], run.Clock.Now);
        return Answer.Heard(inWords: false);
    }

    public Answer Reject(JsonObject request)
    {
        var wish = Undecided(request);
        if (request.Text("comment").Trim() is "")
        {
            throw RefusedException.BadRequest("invalid Request.Comment: value length must be at least 1 runes");
        }

        run.Record(OzonExtras.CancelRejected, wish.Order.Plan.Number);
        return Answer.Heard(inWords: true);
    }

    private Wish Undecided(JsonObject request)
    {
        Settle();
        var wish = All().FirstOrDefault(one => one.Id == request.Number("cancellation_id")) ?? throw new RefusedException(404, 5, "CANCELLATION_NOT_FOUND");
        return wish.State == "ON_APPROVAL" ? wish : throw RefusedException.BadRequest("CANCELLATION_ALREADY_PROCESSED");
    }

    private void Settle()
    {
        foreach (var wish in All().Where(wish => wish.State == "ON_APPROVAL" && wish.GrantedAt <= run.Clock.Now).ToArray())
        {
            run.Record(OzonExtras.CancelGranted, wish.Order.Plan.Number, [], wish.GrantedAt);
        }
    }

    private IEnumerable<Wish> All()
    {
        foreach (var order in run.Appeared(Channel.Ozon).Where(order => order.Plan is { IsRfbs: true, ParentNumber: null }).ToArray())
        {
            var state = run.StateOf(order);
            var isOver = order.Ozon.CancelGrantedAt is null && (state.CancelledAt is not null || state.Status == "delivered");
            if (!isOver && Scene.Of(run.Options, order.Plan).AsksToCancel)
            {
                yield return new Wish(order.Plan.OrderId, order, order.Plan.Appears, order.Plan.Appears + run.Clock.ToWall(TimeToDecide));
            }
        }
    }

    private static JsonObject Write(Wish wish) => new()
    {
        ["cancellation_id"] = wish.Id,
        ["posting_number"] = wish.Order.Plan.Number,
        ["cancellation_reason"] = new JsonObject { ["id"] = 508, ["name"] = "Покупатель отменил заказ" },
        ["cancelled_at"] = Variations.None.Instant(wish.AskedAt),
        ["cancellation_reason_message"] = "Нашёл дешевле",
        ["tpl_integration_type"] = "non_integrated",
        ["state"] = new JsonObject { ["id"] = 1, ["name"] = "Проверка заявки", ["state"] = wish.State },
        ["cancellation_initiator"] = "CLIENT",
        ["order_date"] = Variations.None.Instant(wish.Order.Plan.Appears),
        ["approve_comment"] = "",
        ["approve_date"] = null,
        ["auto_approve_date"] = Variations.None.Instant(wish.GrantedAt),
        ["source_id"] = 0,
    };

    private sealed record Wish(long Id, OrderTrack Order, DateTimeOffset AskedAt, DateTimeOffset GrantedAt)
    {
        public string State => Order.Ozon.CancelGrantedAt is not null ? "APPROVED" : Order.Ozon.IsCancelRejected ? "REJECTED" : "ON_APPROVAL";
    }
}
