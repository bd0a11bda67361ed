using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Taobao.Reading;

/// <summary>What a person may want to look at before a trade ships.</summary>
/// <remarks>
/// A field that holds a trade back makes a remark and does not stop the clock: which of these fields a shop gets, and with what values, is not documented, and a field misread
/// costs a look this way, and not a fine.
/// </remarks>
internal sealed class TradeRemarks(TaobaoOptions options)
{
    private readonly string[] _holds = options.HoldFields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<PostingRemark> Of(JsonElement trade, IReadOnlyList<JsonElement> lines) =>
    [
        .. HasNote(trade) ? (PostingRemark[])[PostingRemark.Note] : [],
        .. lines.Any(line => TradeWords.IsOpenRefund(line.Text("refund_status"))) ? (PostingRemark[])[PostingRemark.RefundOpen] : [],
        .. HoldOf(trade) is not null ? (PostingRemark[])[PostingRemark.ShippingForbidden] : [],
    ];

    /// <summary>The field that keeps the trade from being shipped; null where none does.</summary>
    public string? HoldOf(JsonElement trade) => TradeWords.Is(trade.Text("status"), TradeWords.PaidForbidConsign) ? "status" : _holds.FirstOrDefault(field => IsHeldBy(trade, field));

    private static bool IsHeldBy(JsonElement trade, string field) => field switch
    {
        "rx_audit_status" => trade.Text(field) is "0",      // a prescription that nobody has looked at; other values are its outcomes
        "new_presell" or "general_new_presell" => trade.Flag(field) is true && !TradeWords.Is(trade.Text("step_trade_status"), TradeWords.AllPaid),
        _ => trade.Flag(field) is true || trade.Whole(field) > 0,
    };

    private static bool HasNote(JsonElement trade) => trade.Flag("has_buyer_message") is true || trade.Text("buyer_message") is not null || trade.Text("seller_memo") is not null;
}
