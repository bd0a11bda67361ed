using System.Text.Json.Nodes;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Webhook;

/// <summary>What the seller did with an order of the shop.</summary>
internal sealed class ToldOrders(SandboxRun run)
{
    /// <value>The shop asks for no number of a reason.</value>
    private const int NoReason = 0;

    /// <exception cref="RefusedException">No such order, or it is cancelled or not paid.</exception>
    public JsonObject Shipped(JsonObject data)
    {
        var order = Find(data);
        if (run.StateOf(order).CancelledAt is not null)
        {
            throw new RefusedException(409, 0, "the order is cancelled");
        }

        if (!order.Plan.IsPaidAt(run.Clock.Now))
        {
            throw new RefusedException(409, 0, "the order is not paid");
        }

        run.TakeShipped(order, data.Text("carrier"), data.Text("tracking_number") is "" ? null : data.Text("tracking_number"));
        return [];
    }

    /// <exception cref="RefusedException">No such order, or it is shipped.</exception>
    public JsonObject Cancelled(JsonObject data)
    {
        var order = Find(data);
        var state = run.StateOf(order);
        if (state is { CancelledAt: null, ShippedAt: not null })
        {
            throw new RefusedException(409, 0, "the order is shipped");
        }

        if (state.CancelledAt is null)
        {
            run.Record(Happened.CancelAsked, order.Plan.Number, new JsonObject { ["reason"] = NoReason }, run.Clock.Now);
        }

        return [];
    }

    private OrderTrack Find(JsonObject data) => run.Find(Channel.Webhook, data.Text("order")) ?? throw new RefusedException(404, 0, "no such order");
}
