using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Taobao.Reading;

/// <summary>One trade of a list or of a single read.</summary>
/// <remarks>Never throws for what the element holds: a bad one must not stop the page.</remarks>
internal sealed class TradeReader(string shop, TaobaoOptions options, IReadOnlyList<PromotionPeriod> promotions)
{
    /// <value>Many times the platform's own.</value>
    private const int MaxNumberLength = 40;

    private const int MaxWordLength = 64;
    private const int MaxTextLength = 200;

    private readonly TradeRemarks _remarks = new(options);

    /// <returns>Null for a trade that is no order yet: nobody has paid, or it lacks its payment altogether.</returns>
    public ReadPosting? Read(JsonElement trade)
    {
        if (trade.ValueKind is not JsonValueKind.Object)
            return Unreadable(null, "An element of trades is not an object; ask the platform's support if it stays.");

        // Numbers have passed 2^53: only their text is exact.
        return (trade.Text("tid_str") ?? trade.Text("tid")) switch
        {
            null => Unreadable(null, "tid is missing; look for a trade without a number in the seller centre."),
            var tid when tid.Length > MaxNumberLength || !tid.All(char.IsAsciiDigit) => Unreadable(Cut.ToLine(tid, MaxNumberLength), "tid is no number of a trade; look the trade up in the seller centre."),
            var tid => TradeWords.MeaningOf(trade.Text("status"), trade.Text("step_trade_status"), options.HoldUnpaid) is { Status: { } status } meaning
                ? new ReadPosting(PostingOf(trade, new OrderKey(shop, tid), status, meaning.IsPaid), null)
                : null,
        };
    }

    private Posting PostingOf(JsonElement trade, OrderKey key, PostingStatus status, bool isPaid)
    {
        var word = trade.Text("status");
        var (lines, wire) = (TradeLines.Read(trade), TradeLines.All(trade));
        var paid = isPaid ? PaidAt(trade) : null;
        var limit = isPaid && status.IsOpen() ? PromisedShipTime.Of(TimesOf(trade, wire, word), promotions) : null;
        return new Posting
        {
            Key = key,
            Status = status,
            RawStatus = Cut.ToLine(trade.Text("step_trade_status") is { } step && status is PostingStatus.AwaitingConfirmation ? $"{word} {step}" : word ?? "", MaxWordLength),
            InProcessAt = paid ?? (isPaid ? TopTime.Read(trade.Text("created")) : null),
            PaidAt = paid,
            Limits = limit is null ? [] : [limit],
            Lines = lines.Good,
            Carrier = TextOf(wire, "logistics_company"),
            CancelReason = status is not PostingStatus.Cancelled ? null : isPaid ? "closed after payment, refunded in full" : "closed before payment",
            NeverPaid = status is PostingStatus.Cancelled && !isPaid,
            CancelledAfterShip = status is PostingStatus.Cancelled && TopTime.Read(trade.Text("consign_time")) is not null,
            Scheme = trade.Text("shipping_type") is { } way ? Cut.ToLine(way, MaxWordLength) : null,
            TrackingNumber = TextOf(wire, "invoice_no") ?? TextOf([trade], "invoice_no"),
            Remarks = _remarks.Of(trade, wire),
            Recipient = RecipientOf(trade),
            Flaw = FlawOf(word, status) ?? (status.IsOpen() ? lines.Flaw ?? PaymentFlawOf(trade, isPaid && limit is null && paid is null) : null),
        };
    }

    /// <remarks>A county's city may stand in <c>receiver_district</c> alone.</remarks>
    private static Recipient? RecipientOf(JsonElement trade) => WireRecipient.Of(new Recipient
    {
        Name = trade.Text("receiver_name"),
        Phone = trade.Text("receiver_mobile") ?? trade.Text("receiver_phone"),
        Region = trade.Text("receiver_state"),
        City = trade.Text("receiver_city") ?? trade.Text("receiver_district"),
        Address = WireRecipient.Joined(" ", trade.Text("receiver_district"), trade.Text("receiver_town"), trade.Text("receiver_address")),
        PostalCode = trade.Text("receiver_zip"),
        Mark = trade.Text("oaid"),
    });

    /// <remarks>What is paid on delivery counts from the order.</remarks>
    private static Instant? PaidAt(JsonElement trade) => TopTime.Read(trade.Text("pay_time")) ?? (IsCashOnDelivery(trade) ? TopTime.Read(trade.Text("created")) : null);

    public static bool IsCashOnDelivery(JsonElement trade) => TradeWords.Is(trade.Text("type"), "cod");

    /// <remarks>While the platform itself forbids shipping, hours after the payment are not counted; a date that it tells is.</remarks>
    private static TradeTimes TimesOf(JsonElement trade, IReadOnlyList<JsonElement> lines, string? word) => new()
    {
        PayTime = TradeWords.Is(word, TradeWords.PaidForbidConsign) ? null : PaidAt(trade) is { } paid ? TopTime.Write(paid) : null,
        DeliveryTime = trade.Text("delivery_time"),
        PromisedConsignTimes = [.. trade.List("logistics_consign_info", "logistics_consign_info").Select(info => info.Text("consign_time"))],
        EstimatedConsignTime = trade.Text("est_con_time"),
        SendTime = trade.Text("send_time"),
        ConsignInterval = trade.Whole("consign_interval") is > 0 and < 10_000 and var hours ? (int)hours : null,
        Lines =
        [
            .. lines.Where(line => !TradeWords.IsGone(line.Text("status"), line.Text("refund_status")) && TradeWords.IsToShip(line.Text("status")))
                .Select(line => new LineTimes(line.Text("delivery_time"), line.Text("estimate_con_time"))),
        ],
    };

    private static string? FlawOf(string? word, PostingStatus status) => (word, status) switch
    {
        (null, _) => "status is missing: check the trade in the seller centre.",
        (_, PostingStatus.Unknown) => $"status '{Cut.ToLine(word, MaxWordLength)}' is not a known word: check the trade in the seller centre, and see whether there is a newer ShipBy.",
        _ => null,
    };

    private static string? PaymentFlawOf(JsonElement trade, bool matters) => matters && trade.Text("pay_time") is not null && !TradeWords.Is(trade.Text("status"), TradeWords.PaidForbidConsign)
        ? "pay_time cannot be read as a moment: take the deadline from the seller centre."
        : null;

    private static string? TextOf(IEnumerable<JsonElement> elements, string field) =>
        elements.Select(element => element.Text(field)).FirstOrDefault(text => text is not null) is { } text ? Cut.ToLine(text, MaxTextLength) : null;

    private static ReadPosting Unreadable(string? number, string reason) => new(null, new UnreadablePosting(number, reason));
}
