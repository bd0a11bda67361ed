using System.Globalization;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Seller;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Taobao;

/// <summary>A line of a trade at an instant, in the platform's words.</summary>
/// <param name="Waybill">The number it went under; null while it is here.</param>
internal sealed record TradeLine(OrderLine Line, long Number, string Status, string RefundStatus, string? Waybill)
{
    public const string RefundAsked = "WAIT_SELLER_AGREE";

    private const string Closed = "TRADE_CLOSED";

    public string Text => Number.ToString(CultureInfo.InvariantCulture);

    /// <value>Whether it has yet to be shipped.</value>
    public bool IsHere => Waybill is null && Status is not Closed and not "TRADE_CLOSED_BY_TAOBAO";

    public static IReadOnlyList<TradeLine> Of(SandboxRun run, OrderTrack order, TradeState state) =>
        [.. order.Plan.Lines.Select((line, index) => Of(run, order, state, line, index))];

    private static TradeLine Of(SandboxRun run, OrderTrack order, TradeState state, OrderLine line, int index)
    {
        var (plan, at) = (order.Plan, state.TaleAt(run.Clock.Now));
        var (refund, left) = (plan.Trade?.Refund is { } tale && tale.IsAbout(index) ? tale : null, index == 0 && plan.Trade?.FirstLineLeaves <= at);
        var waybill = left ? Parcels.OfFirstLine(plan, run.Options.Seed).TrackingNumber : order.TrackingNumbers is [.., var number] ? number : null;
        var (status, refunded) = refund?.IsGrantedAt(at) == true ? (Closed, "SUCCESS")
            : (left && state.Status is TradeState.PartlySent ? TradeState.Sent : state.Status is TradeState.PartlySent ? TradeState.ToSend : state.Status,
                refund is null || at < refund.Asked ? "NO_REFUND" : refund.IsOpenAt(at) ? RefundAsked : "CLOSED");
        return new TradeLine(line, plan.Lines.Count == 1 ? plan.OrderId : plan.OrderId + index + 1, status, refunded, status is Closed ? null : waybill);
    }
}
