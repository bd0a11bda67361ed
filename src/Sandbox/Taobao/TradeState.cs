using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Taobao;

/// <summary>What an order is at an instant, in the platform's words.</summary>
/// <param name="ChangedAt">Payments and changes of the status, to the second.</param>
internal sealed record TradeState(string Status, DateTimeOffset ChangedAt, DateTimeOffset? PaidAt, PostingState Posting)
{
    public const string ToSend = "WAIT_SELLER_SEND_GOODS";
    public const string ToPay = "WAIT_BUYER_PAY";
    public const string PartlySent = "SELLER_CONSIGNED_PART";
    public const string Sent = "WAIT_BUYER_CONFIRM_GOODS";

    public static TradeState Of(SandboxRun run, OrderTrack order)
    {
        var (state, paid) = (run.StateOf(order), order.Plan.IsPaidAt(run.Clock.Now) ? order.Plan.Due : (DateTimeOffset?)null);
        var status =
            state.CancelledAt is not null ? paid is null ? "TRADE_CLOSED_BY_TAOBAO" : "TRADE_CLOSED"
            : state.Status is "delivered" ? "TRADE_FINISHED"
            : state.ShippedAt is not null ? Sent
            : order.Plan.OddStatus is { } odd ? odd.ToUpperInvariant()
            : paid is null ? ToPay
            : order.Plan.Trade?.FirstLineLeaves <= run.Clock.Now ? PartlySent
            : ToSend;
        var until = state.CancelledAt ?? state.ShippedAt ?? run.Clock.Now;
        var changed = Moments(order.Plan.Trade).Append(paid).Where(moment => moment <= until).Append(state.ChangedAt).Max()!.Value;
        return new TradeState(status, ChinaTime.Cut(changed), paid, state);
    }

    /// <summary>Up to when what is special about the trade has happened: once all of it is shipped or closed nothing more does.</summary>
    public DateTimeOffset TaleAt(DateTimeOffset now) => Posting.CancelledAt ?? Posting.ShippedAt ?? now;

    private static IEnumerable<DateTimeOffset?> Moments(Source.TradeTale? tale) => [tale?.FirstLineLeaves, tale?.Refund?.Asked, tale?.Refund?.Decided];
}
