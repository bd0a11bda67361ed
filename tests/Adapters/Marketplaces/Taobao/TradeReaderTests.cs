using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Taobao;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

public sealed class TradeReaderTests
{
    private const string Waits = "\"WAIT_SELLER_SEND_GOODS\",\"type\"";

    [Fact]
    public void Read_TakesAPaidTrade_AsAnOrderToPack()
    {
        var posting = Posting(Trades.Trade());

        Assert.Equal((Trades.Number, PostingStatus.AwaitingPackaging, "WAIT_SELLER_SEND_GOODS", null), (posting.Key.Number, posting.Status, posting.RawStatus, posting.Flaw));
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 12, 0), posting.PaidAt);
        Assert.Equal(posting.PaidAt, posting.InProcessAt);
        Assert.Equal(
            [("MUG-RED", "杯子, 颜色:红", 2, new Money(4990, "CNY")), ("TEA", "茶", 1, new Money(7000, "CNY"))],
            posting.Lines.Select(line => (line.Sku.Value, line.Name, line.Quantity, line.Price!)));
        Assert.Equal(new Limit(LimitClock.HandOver, Instant.FromUtc(2026, 11, 22, 12, 0), DeadlineRule.HoursAfterPayment, "the usual, 48 h"), Assert.Single(posting.Limits));
        Assert.Equal(("express", null, null), (posting.Scheme, posting.TrackingNumber, posting.Carrier));
        Assert.Empty(posting.Remarks);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("\"receiver_name\":\"李**\",\"receiver_state\":\"浙江省\",\"receiver_city\":\"杭州市\",\"receiver_district\":\"余杭区\",\"receiver_address\":\"路**\",\"oaid\":\"o-1\",", "李**|浙江省|杭州市|余杭区 路**|o-1")]
    [InlineData("\"receiver_state\":\"海南省\",\"receiver_city\":\"\",\"receiver_district\":\"文昌市\",", "|海南省|文昌市|文昌市|")]
    public void WhomItGoesTo_IsReadWhereItWasAskedFor(string fields, string? expected)
    {
        var to = Posting(Trades.Trade(("\"status\":\"WAIT_SELLER_SEND_GOODS\",\"type\"", fields + "\"status\":\"WAIT_SELLER_SEND_GOODS\",\"type\""))).Recipient;

        Assert.Equal(expected, to is null ? null : string.Join('|', to.Name, to.Region, to.City, to.Address, to.Mark));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheBuyersFields_AreAskedForOnlyWhereTheSellerWantsIt(bool wants) =>
        Assert.Equal(wants, TaobaoLists.FieldsOf(new TaobaoOptions { Recipients = wants }).Split(',').Any(field => field.StartsWith("receiver_", StringComparison.Ordinal)));

    [Theory]
    [InlineData("TRADE_NO_CREATE_PAY", null)]
    [InlineData("WAIT_PRE_AUTH_CONFIRM", null)]
    [InlineData("WAIT_BUYER_PAY", null)]
    [InlineData("PAY_PENDING", "AwaitingConfirmation 0")]
    [InlineData("PAID_FORBID_CONSIGN", "AwaitingConfirmation 0 ShippingForbidden")]
    [InlineData("WAIT_SELLER_SEND_GOODS", "AwaitingPackaging 1")]
    [InlineData("wait_seller_send_goods", "AwaitingPackaging 1")]
    [InlineData("SELLER_CONSIGNED_PART", "AwaitingPackaging 1")]
    [InlineData("WAIT_BUYER_CONFIRM_GOODS", "HandedOver 0")]
    [InlineData("TRADE_BUYER_SIGNED", "Delivered 0")]
    [InlineData("TRADE_FINISHED", "Delivered 0")]
    [InlineData("TRADE_CLOSED", "Cancelled 0")]
    [InlineData("TRADE_CLOSED_BY_TAOBAO", "Cancelled 0")]
    [InlineData("WAIT_FOR_GODOT", "Unknown 1 flawed")]
    public void Read_KnowsEveryStatus(string word, string? expected) => Assert.Equal(expected, Words(Trades.Trade((Waits, $"\"{word}\",\"type\""))));

    [Theory]
    [InlineData("WAIT_BUYER_PAY", "AwaitingConfirmation 0")]
    [InlineData("WAIT_SELLER_SEND_GOODS", "AwaitingPackaging 1")]
    [InlineData("TRADE_NO_CREATE_PAY", null)]
    public void UnpaidTrades_HoldStock_WhereTheSellerWantsIt(string word, string? expected) =>
        Assert.Equal(expected, Words(Trades.Trade((Waits, $"\"{word}\",\"type\"")), new TaobaoOptions { HoldUnpaid = true }));

    [Theory]
    [InlineData("WAIT_BUYER_PAY", "FRONT_NOPAID_FINAL_NOPAID", null)]
    [InlineData("WAIT_BUYER_PAY", "FRONT_PAID_FINAL_NOPAID", "AwaitingConfirmation 0")]
    [InlineData("WAIT_SELLER_SEND_GOODS", "FRONT_PAID_FINAL_NOPAID", "AwaitingConfirmation 0")]
    [InlineData("WAIT_SELLER_SEND_GOODS", "FRONT_PAID_FINAL_PAID", "AwaitingPackaging 1")]
    [InlineData("WAIT_BUYER_PAY", "FRONT_PAID_FRONT_FORFEITED", "Cancelled 0")]
    [InlineData("TRADE_CLOSED_BY_TAOBAO", "FRONT_PAID_FINAL_NOPAID", "Cancelled 0")]
    [InlineData("WAIT_BUYER_CONFIRM_GOODS", "FRONT_PAID_FINAL_PAID", "HandedOver 0")]
    [InlineData("WAIT_SELLER_SEND_GOODS", "SOMETHING_NEW", "AwaitingPackaging 1")]
    public void APresale_ShipsOnlyOncePaidInFull(string word, string step, string? expected) =>
        Assert.Equal(expected, Words(Trades.Trade((Waits, $"\"{word}\",\"step_trade_status\":\"{step}\",\"type\""))));

    [Theory]
    [InlineData("\"top_hold\":1", true)]
    [InlineData("\"top_hold\":0", false)]
    [InlineData("\"team_buy_hold\":\"1\"", true)]
    [InlineData("\"share_group_hold\":2", true)]
    [InlineData("\"ofp_hold\":\"true\"", true)]
    [InlineData("\"ofp_hold\":\"\"", false)]
    [InlineData("\"forbid_consign\":true", true)]
    [InlineData("\"delay_create_delivery\":false", false)]
    [InlineData("\"rx_audit_status\":\"0\"", true)]                                                        // nobody has looked at the prescription
    [InlineData("\"rx_audit_status\":\"2\"", false)]
    [InlineData("\"new_presell\":true", true)]
    [InlineData("\"new_presell\":true,\"step_trade_status\":\"FRONT_PAID_FINAL_PAID\"", false)]            // it says what kind of sale it was
    [InlineData("\"my_hold\":1", false)]
    public void AHold_ForbidsShipping_AndDoesNotStopTheClock(string field, bool isHeld) =>
        Assert.Equal(isHeld ? "AwaitingPackaging 1 ShippingForbidden" : "AwaitingPackaging 1", Words(Trades.Trade(("\"type\":\"fixed\"", $"{field},\"type\":\"fixed\""))));

    [Fact]
    public void WhichFieldsHold_IsASetting() => Assert.Equal(
        "AwaitingPackaging 1 ShippingForbidden",
        Words(Trades.Trade(("\"type\":\"fixed\"", "\"my_hold\":1,\"top_hold\":0")), new TaobaoOptions { HoldFields = " my_hold , top_hold" }));

    [Theory]
    [InlineData("\"has_buyer_message\":false", "\"has_buyer_message\":true", "Note")]
    [InlineData("\"has_buyer_message\":false", "\"buyer_message\":\"请送礼盒\"", "Note")]
    [InlineData("\"has_buyer_message\":false", "\"seller_memo\":\"x\"", "Note")]
    [InlineData("NO_REFUND", "WAIT_SELLER_AGREE", "RefundOpen")]
    [InlineData("NO_REFUND", "WAIT_SELLER_CONFIRM_GOODS", "RefundOpen")]
    [InlineData("NO_REFUND", "SELLER_REFUSE_BUYER", "")]
    [InlineData("NO_REFUND", "CLOSED", "")]
    public void Read_NotesWhatAPersonMayWantToLookAt(string part, string with, string expected) =>
        Assert.Equal(expected, string.Join(' ', Posting(Trades.Trade((part, with))).Remarks));

    [Theory]
    [InlineData("\"outer_sku_id\":\"\",\"outer_iid\":\"TEA\"", "\"outer_iid\":null", "orders[1].outer_sku_id and outer_iid are blank: give the listing 520813250867 a merchant code")]
    [InlineData("\"num\":2", "\"num\":0", "orders[0].num is 0")]
    [InlineData("\"num\":2", "\"num\":1.5", "orders[0].num is not a whole number")]
    [InlineData("\"num\":2", "\"num\":\"2\"", null)]
    [InlineData("\"price\":\"49.90\"", "\"price\":\"cheap\"", null)]
    [InlineData("MUG-RED", "A\\u0007B", "orders[0].outer_sku_id holds characters")]
    [InlineData("{\"order\":[", "{\"order\":[7,", "orders[0] is not an object")]
    [InlineData("\"pay_time\":\"2026-11-20 20:00:00\"", "\"pay_time\":\"yesterday\"", "pay_time cannot be read as a moment")]
    [InlineData("\"status\":\"WAIT_SELLER_SEND_GOODS\",\"type\"", "\"type\"", "status is missing")]
    public void AFlaw_NamesItsField_AndTheTradeIsKept(string part, string with, string? flaw)
    {
        var posting = Posting(Trades.Trade((part, with)));

        Assert.Equal(Trades.Number, posting.Key.Number);
        if (flaw is null)
            Assert.Null(posting.Flaw);
        else
            Assert.StartsWith(flaw, posting.Flaw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", "An element of trades is not an object")]
    [InlineData("{}", "tid is missing")]
    [InlineData("{\"tid\":\"12-1\"}", "tid is no number of a trade")]
    [InlineData("{\"tid\":1.5}", "tid is no number of a trade")]
    public void WhatIsNoTrade_IsUnreadable(string json, string reason) => Assert.StartsWith(reason, Read(json)!.Unreadable!.Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"order":[{"outer_iid":"A","num":1}]}""", "1 x A")]
    [InlineData("""[{"outer_iid":"A","num":1},{"outer_iid":"B","num":2}]""", "1 x A, 2 x B")]       // the flattened form
    [InlineData("""{"order":{"outer_iid":"A","num":1}}""", "1 x A")]
    [InlineData("""{"order":[{"outer_iid":"A","num":1,"status":"TRADE_CLOSED"},{"outer_iid":"B","num":2}]}""", "2 x B")]
    [InlineData("""{"order":[{"outer_iid":"A","num":1,"refund_status":"SUCCESS"},{"outer_iid":"B","num":2}]}""", "2 x B")]
    [InlineData("""{"order":[{"outer_iid":"A","num":1,"status":"WAIT_BUYER_CONFIRM_GOODS"},{"outer_iid":"B","num":2}]}""", "1 x A, 2 x B")]   // its units leave the ledger with the trade
    [InlineData("""{"order":[{"outer_iid":"A","num":1,"status":"TRADE_CLOSED_BY_TAOBAO"}]}""", "all lines of orders are closed")]
    [InlineData("""{"order":[]}""", "orders is empty")]
    [InlineData("\"none\"", "orders is empty")]
    public void Lines_AreReadInEitherForm_WithoutThoseThatAreGone(string orders, string expected)
    {
        var posting = Posting($$"""{"tid":1,"status":"SELLER_CONSIGNED_PART","pay_time":"2026-11-20 20:00:00","orders":{{orders}}}""");

        Assert.StartsWith(expected, posting.Flaw ?? string.Join(", ", posting.Lines.Select(line => $"{line.Quantity} x {line.Sku}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"delivery_time\":\"2026-11-21 12:00:00\"", "2026-11-21T04:00:00Z")]
    [InlineData("\"logistics_consign_info\":{\"logistics_consign_info\":[{\"consign_time\":\"2026-11-23 12:00:00\"}]}", "2026-11-23T04:00:00Z")]
    [InlineData("\"logistics_consign_info\":[{\"consign_time\":\"2026-11-23 12:00:00\"}]", "2026-11-23T04:00:00Z")]
    [InlineData("\"est_con_time\":\"付款后3天内\",\"consign_interval\":\"72\"", "2026-11-23T12:00:00Z")]
    [InlineData("\"consign_interval\":99999999", "2026-11-22T12:00:00Z")]
    public void TheLimit_FollowsWhatTheTradeSays(string field, string expected) =>
        Assert.Equal(expected, $"{Assert.Single(Posting(Trades.Trade(("\"type\":\"fixed\"", field))).Limits).At}");

    [Fact]
    public void APartThatHasLeft_HasNoClock()
    {
        var posting = Posting("""
            {"tid":1,"status":"SELLER_CONSIGNED_PART","pay_time":"2026-11-20 20:00:00","orders":{"order":[
            {"outer_iid":"A","num":1,"status":"WAIT_BUYER_CONFIRM_GOODS","delivery_time":"2026-11-21 12:00:00","invoice_no":"YT1","logistics_company":"圆通速递"},
            {"outer_iid":"B","num":1,"status":"WAIT_SELLER_SEND_GOODS","delivery_time":"2026-11-25 12:00:00"}]}}
            """);

        Assert.Equal(Instant.FromUtc(2026, 11, 25, 4, 0), Assert.Single(posting.Limits).At);
        Assert.Equal(("YT1", "圆通速递"), (posting.TrackingNumber, posting.Carrier));
    }

    [Theory]
    [InlineData("TRADE_CLOSED", "", "2026-11-20T12:00:00Z closed after payment, refunded in full False")]
    [InlineData("TRADE_CLOSED", "\"consign_time\":\"2026-11-21 20:00:00\",", "2026-11-20T12:00:00Z closed after payment, refunded in full True")]
    [InlineData("TRADE_CLOSED_BY_TAOBAO", "", " closed before payment False")]     // without a beginning, what nobody took in stays out
    public void AClosedTrade_SaysWhen(string word, string consigned, string expected)
    {
        var posting = Posting(Trades.Trade((Waits, $"\"{word}\",{consigned}\"type\"")));

        Assert.Equal(expected, $"{posting.InProcessAt} {posting.CancelReason} {posting.CancelledAfterShip}");
    }

    [Fact]
    public void CashOnDelivery_CountsFromTheOrder() => Assert.Equal(
        Instant.FromUtc(2026, 11, 22, 11, 59), Assert.Single(Posting(Trades.Trade(("\"pay_time\":\"2026-11-20 20:00:00\",", ""), ("\"fixed\"", "\"cod\""))).Limits).At);

    [Fact]
    public void AnotherCurrency_MeansNoPrice() => Assert.All(
        Posting(Trades.Trade(("\"type\":\"fixed\"", "\"trade_attr\":\"{\\\"payCurrency\\\":\\\"USD\\\"}\""))).Lines, line => Assert.Null(line.Price));

    private static Posting Posting(string json) => Read(json)!.Posting!;

    private static ReadPosting? Read(string json, TaobaoOptions? options = null)
    {
        using var document = JsonDocument.Parse(json);
        return new TradeReader("tm", options ?? new TaobaoOptions(), []).Read(document.RootElement);
    }

    private static string? Words(string json, TaobaoOptions? options = null) => Read(json, options)?.Posting is not { } posting ? null
        : string.Join(' ', (string[])[$"{posting.Status} {posting.Limits.Count}", .. posting.Remarks.Select(remark => $"{remark}"), .. posting.Flaw is null ? (string[])[] : ["flawed"]]);
}
