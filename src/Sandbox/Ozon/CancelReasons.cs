using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon;

/// <summary>Why a posting may be cancelled. On its way, only what can happen on the way.</summary>
internal sealed class CancelReasons(SandboxRun run)
{
    private const int Other = 402;

    private static readonly (int Id, string Title, string Side, bool Selectable, bool OnTheWay)[] All =
    [
        (352, "Товар закончился на складе продавца", "seller", true, false),
        (400, "Остался только бракованный товар", "seller", true, false),
        (401, "Продавец отклонил арбитраж", "seller", false, false),
        (Other, "Другое (вина продавца)", "seller", true, true),
        (665, "Покупатель не забрал заказ", "buyer", false, true),
        (666, "Возврат из службы доставки: нет доставки в указанный регион", "seller", false, true),
        (667, "Заказ утерян службой доставки", "seller", false, true),
    ];

    public static Answer List() => Answer.Ok(new JsonObject
    {
        ["result"] = new JsonArray(All.Select(reason => (JsonNode)new JsonObject
        {
            ["id"] = reason.Id,
            ["title"] = reason.Title,
            ["type_id"] = reason.Side,
            ["is_available_for_cancellation"] = reason.Selectable,
        }).ToArray()),
    });

    public Answer Of(JsonObject request)
    {
        var orders = request.Texts("related_posting_numbers").Select(number => run.Find(Channel.Ozon, number) ?? throw RefusedException.PostingNotFound());
        return Answer.Ok(new JsonObject
        {
            ["result"] = new JsonArray(orders.Select(order => (JsonNode)new JsonObject
            {
                ["posting_number"] = order.Plan.Number,
                ["reasons"] = new JsonArray(Allowed(order, run.StateOf(order)).Select(reason => (JsonNode)new JsonObject
                {
                    ["id"] = reason.Id,
                    ["title"] = reason.Title,
                    ["type_id"] = reason.Side,
                }).ToArray()),
            }).ToArray()),
        });
    }

    public static bool Takes(OrderTrack order, PostingState state, long reason, string message) =>
        Allowed(order, state).Any(one => one.Id == reason) && (reason != Other || message.Trim() is not "");

    private static IEnumerable<(int Id, string Title, string Side)> Allowed(OrderTrack order, PostingState state) => state switch
    {
        { CancelledAt: not null } or { Status: "delivered" } => [],
        { ShippedAt: not null } => order.Plan.IsRfbs ? All.Where(reason => reason.OnTheWay).Select(Short) : [],
        _ => All.Where(reason => reason.Selectable).Select(Short),
    };

    private static (int Id, string Title, string Side) Short((int Id, string Title, string Side, bool Selectable, bool OnTheWay) reason) => (reason.Id, reason.Title, reason.Side);
}
