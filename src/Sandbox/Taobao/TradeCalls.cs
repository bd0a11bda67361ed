using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Taobao;

/// <summary>One trade: looked at, or closed by the seller.</summary>
internal sealed class TradeCalls(SandboxRun run)
{
    /// <value>The platform gives a reason in words, and no number.</value>
    private const int NoNumber = 0;

    private readonly TradeJson _json = new(run);

    public JsonObject Get(TopRequest request)
    {
        var order = Find(run, request);
        return new JsonObject { ["trade"] = _json.Write(order, TradeState.Of(run, order), request.Fields()) };
    }

    /// <exception cref="TopRefusal">It is paid, or closed already.</exception>
    public JsonObject Close(TopRequest request)
    {
        _ = request.Needed("close_reason");
        var order = Find(run, request);
        if (TradeState.Of(run, order).Status != TradeState.ToPay || run.Clock.Finished)
        {
            throw TopRefusal.Isv("invalid-parameter:tid", "订单状态不允许关闭");
        }

        run.Record(Happened.CancelAsked, order.Plan.Number, new JsonObject { ["reason"] = NoNumber }, run.Clock.Now);
        return new JsonObject { ["trade"] = new JsonObject { ["tid"] = order.Plan.OrderId, ["modified"] = ChinaTime.Write(run.Clock.Now) } };
    }

    /// <exception cref="TopRefusal">No such trade in this shop.</exception>
    public static OrderTrack Find(SandboxRun run, TopRequest request) => run.Find(Channel.Taobao, request.Needed("tid")) ?? throw TopRefusal.NoSuchTrade();
}
