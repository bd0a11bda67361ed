using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Taobao;

/// <summary>Shipping by a carrier of the seller's own: the number makes a trade shipped, once.</summary>
/// <remarks>The form of the refusals is the platform's; their last parts are ours. All that is still here goes at once: further parts are not played.</remarks>
internal sealed class LogisticsCalls(SandboxRun run)
{
    /// <value>Whoever looked just before a refund was asked for, or the call was slow, did nothing wrong.</value>
    private static readonly TimeSpan CannotHaveKnown = TimeSpan.FromSeconds(3);

    private const string Service = "logistics-offline-service-error:";

    public static JsonObject Companies(TopRequest request)
    {
        _ = request.Fields();
        return new JsonObject
        {
            ["logistics_companies"] = new JsonObject
            {
                ["logistics_company"] = new JsonArray(CarrierBook.All.Select(carrier => (JsonNode)new JsonObject
                {
                    ["id"] = carrier.Id,
                    ["code"] = carrier.Code,
                    ["name"] = carrier.Name,
                    ["reg_mail_no"] = carrier.Pattern,
                }).ToArray()),
            },
        };
    }

    public JsonObject Send(TopRequest request)
    {
        var (order, carrier, number) = Read(request);
        if (!run.TakesShipping)
        {
            throw TopRefusal.Broken();
        }

        NoteFault(order);
        if (TradeState.Of(run, order).Status is not (TradeState.ToSend or TradeState.PartlySent))
        {
            throw TopRefusal.Isv(Service + "B04", "物流订单已经发货或交易状态不允许发货");
        }

        run.TakeShipped(order, carrier.Code, number);
        return Done();
    }

    public JsonObject Resend(TopRequest request)
    {
        var (order, _, number) = Read(request);
        if (TradeState.Of(run, order).Status != TradeState.Sent)
        {
            throw TopRefusal.Isv(Service + "B05", "交易状态不允许修改物流信息");
        }

        run.TakeTrackingNumber(order, number);
        return Done();
    }

    /// <exception cref="TopRefusal">No such trade or carrier, a number that cannot be the carrier's, or a part of the trade.</exception>
    private (OrderTrack Order, KnownCarrier Carrier, string Number) Read(TopRequest request)
    {
        var (order, code, number) = (TradeCalls.Find(run, request), request.Needed("company_code"), request.Needed("out_sid"));
        var carrier = CarrierBook.All.FirstOrDefault(one => one.Code == code) ?? throw TopRefusal.Isv(Service + "S01", "物流公司不存在");
        if (!carrier.Takes(number))
        {
            throw TopRefusal.Isv(Service + "P01", "运单号不符合规则");
        }

        var (state, asked) = (TradeState.Of(run, order), request.Text("is_split") is "1" ? request.Needed("sub_tid").Split(',') : null);
        if (asked is null ? state.Status is TradeState.PartlySent : !asked.Order(StringComparer.Ordinal).SequenceEqual(Lines(order, state)))
        {
            throw TopRefusal.Isv(Service + "X01", "沙箱不支持拆单发货");
        }

        return (order, carrier, number);
    }

    /// <summary>The platform lets a seller ship what the buyer wants money back for; an app must not. What is not paid it refuses, and an app should not even try.</summary>
    private void NoteFault(OrderTrack order)
    {
        var (state, refund, now) = (run.StateOf(order), order.Plan.Trade?.Refund, run.Clock.Now);
        if (state.Open && (!order.Plan.IsPaidAt(now) || (refund?.IsOpenAt(now) == true && now - refund.Asked >= CannotHaveKnown)))
        {
            run.Record(Happened.ShippedTooSoon, order.Plan.Number);
        }
    }

    /// <summary>Those that a shipment or another number would be about.</summary>
    private IEnumerable<string> Lines(OrderTrack order, TradeState state)
    {
        var lines = TradeLine.Of(run, order, state);
        return (lines.Any(line => line.IsHere) ? lines.Where(line => line.IsHere) : lines).Select(line => line.Text).Order(StringComparer.Ordinal);
    }

    private static JsonObject Done() => new() { ["shipping"] = new JsonObject { ["is_success"] = true } };
}
