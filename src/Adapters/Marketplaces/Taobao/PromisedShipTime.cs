using NodaTime;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>The limit for handing a trade over. The platform names none: it is chosen from what the trade says, the most binding field first.</summary>
/// <remarks>
/// For each line: its own date, the trade's, a date promised for the order, an estimate, the presale's date; failing all, a promotion's time, the listing's hours after the payment,
/// the usual 48 hours. The earliest line wins. A field that cannot be read is passed over: estimates may be free text. A promotion stands before the listing's hours because a
/// campaign's time overrides the freight template's, and behind dates because those were told for this very order.
/// </remarks>
internal static class PromisedShipTime
{
    /// <value>The platform's general rule for ordinary goods without a set time.</value>
    public static Duration Usual { get; } = Duration.FromHours(48);

    /// <returns>Null for a trade that says nothing and is not paid.</returns>
    public static Limit? Of(TradeTimes trade, IReadOnlyList<PromotionPeriod> promotions)
    {
        IReadOnlyList<LineTimes> lines = trade.Lines.Count > 0 ? trade.Lines : [new LineTimes()];

        return lines.Select(line => DateOf(line, trade) ?? AfterPayment(trade, promotions)).OfType<Limit>().MinBy(limit => limit.At);
    }

    private static Limit? DateOf(LineTimes line, TradeTimes trade) => Told(line.DeliveryTime, "orders.delivery_time")
        ?? Told(trade.DeliveryTime, "delivery_time")
        ?? trade.PromisedConsignTimes.Select(time => Told(time, "logistics_consign_info.consign_time")).OfType<Limit>().MinBy(limit => limit.At)
        ?? Told(line.EstimatedConsignTime, "orders.estimate_con_time", dayWillDo: true)
        ?? Told(trade.EstimatedConsignTime, "est_con_time", dayWillDo: true)
        ?? Told(trade.SendTime, "send_time");

    private static Limit? AfterPayment(TradeTimes trade, IReadOnlyList<PromotionPeriod> promotions) => TopTime.Read(trade.PayTime) is not { } paid ? null
        : PromotionPeriod.LimitFor(promotions, paid) is { } promoted ? promoted
        : trade.ConsignInterval is > 0 and var hours ? HoursAfter(paid, Duration.FromHours(hours), "consign_interval")
        : HoursAfter(paid, Usual, "the usual");

    private static Limit HoursAfter(Instant paid, Duration length, string source) =>
        new(LimitClock.HandOver, paid + length, DeadlineRule.HoursAfterPayment, $"{source}, {new HandlingTime(length).InWords}");

    private static Limit? Told(string? text, string field, bool dayWillDo = false) => (TopTime.Read(text) ?? (dayWillDo ? EndOfDay(text) : null)) is { } at
        ? new Limit(LimitClock.HandOver, at, DeadlineRule.PromisedTime, field)
        : null;

    /// <summary>An estimate of a day alone means its last second.</summary>
    private static Instant? EndOfDay(string? text) => TopTime.Read($"{text?.Trim()} 23:59:59");
}
