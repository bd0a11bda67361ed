using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Taobao;

/// <summary>Shipping by a carrier of the seller's own: the number makes a trade shipped, once.</summary>
/// <remarks>The form of the refusals is the platform's; their last parts are ours. Partial shipments are not played.</remarks>
internal sealed class LogisticsCalls(SandboxRun run)
{
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

        if (TradeState.Of(run, order).Status != TradeState.ToSend)
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

        if (request.Text("is_split") is "1" && request.Needed("sub_tid").Split(',').Order(StringComparer.Ordinal).SequenceEqual(Lines(order)) is false)
        {
            throw TopRefusal.Isv(Service + "X01", "沙箱不支持拆单发货");
        }

        return (order, carrier, number);
    }

    private static string[] Lines(OrderTrack order) => order.Plan.Lines
        .Select((_, i) => (order.Plan.Lines.Count == 1 ? order.Plan.OrderId : order.Plan.OrderId + i + 1).ToString(CultureInfo.InvariantCulture))
        .Order(StringComparer.Ordinal).ToArray();

    private static JsonObject Done() => new() { ["shipping"] = new JsonObject { ["is_success"] = true } };
}
