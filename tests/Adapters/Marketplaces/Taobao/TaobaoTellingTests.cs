using ShipBy.Adapters.Marketplaces.Ozon.Explain;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

public sealed class TaobaoTellingTests
{
    [Fact]
    public void Read_TellsWhatThePollWouldTakeIn()
    {
        var reading = PayloadReader.Read(Trades.Page("trades_sold_increment_get_response", [Trades.Trade(), Trades.Trade(("WAIT_SELLER_SEND_GOODS\",\"type", "WAIT_BUYER_PAY\",\"type"))]));

        Assert.Equal("page of Taobao's trades", reading.Kind);
        Assert.Equal(
            ["2 trades. The list ends here.",
             "3254612345678901999: to be packed (WAIT_SELLER_SEND_GOODS); ship by 2026-11-22T12:00:00Z.",
             "  2 x MUG-RED 杯子, 颜色:红, 49.90 CNY each",
             "  1 x TEA 茶, 70.00 CNY each",
             "  travels by express",
             "  the limit is by the usual, 48 h",
             "3254612345678901999: not taken yet, nobody has paid (WAIT_BUYER_PAY)."],
            reading.Lines);
        Assert.True(reading.IsUnderstood);
    }

    [Theory]
    [InlineData("one trade of Taobao's", """{"trade_fullinfo_get_response":{"trade":{"tid":1,"status":"TRADE_FINISHED","orders":{"order":[{"outer_iid":"A","num":1}]}}}}""", "1: delivered (TRADE_FINISHED)")]
    [InlineData("one trade of Taobao's", """{"trade":{"tid":1,"status":"TRADE_FINISHED"},"request_id":"r"}""", "1: delivered (TRADE_FINISHED)")]
    [InlineData("one trade of Taobao's", """{"tid":"1","status":"TRADE_CLOSED"}""", "1: cancelled, stock is released (TRADE_CLOSED)")]
    [InlineData("page of Taobao's trades", """{"trades_sold_get_response":{"trades":{"trade":[]},"total_results":0}}""", "0 trades. The whole list has 0")]
    [InlineData("page of Taobao's trades", """{"trades":[{"tid":1,"status":"TRADE_FINISHED"}],"has_next":true}""", "1 trade. More follows")]
    [InlineData("answer of Taobao's to trades_sold_get", """{"trades_sold_get_response":{"total_results":0}}""", "An empty list.")]
    [InlineData("error of Taobao's", """{"error_response":{"code":27,"msg":"Invalid session","sub_code":"invalid-sessionkey","request_id":"x"}}""", "did not accept the key: Invalid session (invalid-sessionkey) [request x]. Authorise the app again")]
    [InlineData("error of Taobao's", """{"error_response":{"code":7,"msg":"App Call Limited","sub_msg":"This ban will last for 9 more seconds"}}""", "Busy: left alone for 9 s")]
    [InlineData("error of Taobao's", """{"error_response":{"code":15,"msg":"Remote service error","sub_code":"isp.x"}}""", "A fault of the marketplace")]
    [InlineData("error of Taobao's", """{"error_response":{"code":15,"msg":"Remote service error","sub_code":"isv.y","sub_msg":"no"}}""", "refused with isv.y: no (isv.y). Sending it again cannot help.")]
    [InlineData("message of Taobao's", """{"tmc_messages_consume_response":{"messages":{"tmc_message":[{"id":1,"topic":"taobao_trade_TradeBuyerPay","content":"{\"tid\":17}"}]}}}""", "taobao_trade_TradeBuyerPay: 17 is read back")]
    [InlineData("message of Taobao's", """{"id":1,"topic":"taobao_refund_RefundCreated","content":"{\"tid\":17}"}""", "taobao_refund_RefundCreated: 17 is read back")]
    [InlineData("answer of Taobao's to tmc_messages_consume", """{"tmc_messages_consume_response":{"request_id":"x"}}""", "No message waits.")]
    [InlineData("carriers that Taobao knows", """{"logistics_companies_get_response":{"logistics_companies":{"logistics_company":[{"id":1,"code":"YTO","name":"圆通","reg_mail_no":"^YT"}]}}}""", "YTO: 圆通, numbers ^YT")]
    [InlineData("stock of Taobao's listings", """{"skus_custom_get_response":{"skus":{"sku":[{"outer_id":"A","quantity":3}]}}}""", "A: 3 can be bought.")]
    [InlineData("answer of Taobao's to logistics_offline_send", """{"logistics_offline_send_response":{"shipping":{"is_success":true}}}""", "It was shipped as told.")]
    [InlineData("answer of Taobao's to user_seller_get", """{"user_seller_get_response":{"user":{"nick":"x"}}}""", "ShipBy knows it and does not need it.")]
    public void Read_KnowsTheAnswers_OfThePlatform(string kind, string json, string line)
    {
        var reading = PayloadReader.Read(json);

        Assert.Equal(kind, reading.Kind);
        Assert.Contains(line, reading.Lines[0], StringComparison.Ordinal);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("""{"trades":[7]}""", "An element of trades is not an object")]
    [InlineData("""{"tid":1,"status":"NEW_WORD"}""", "'NEW_WORD' is not a known word")]
    [InlineData("""{"tid":1,"status":"WAIT_SELLER_SEND_GOODS","orders":{"order":[{"num":1}]}}""", "orders[0].outer_sku_id and outer_iid are blank")]
    [InlineData("""{"tmc_messages_consume_response":{"messages":[{"content":"{}"}]}}""", "A message has no id")]
    [InlineData("""{"items_custom_get_response":{"items":{"item":[{"outer_id":"A","num":"many"}]}}}""", "A: num is missing or no number")]
    public void Read_SaysWhatItCouldNotUnderstand(string json, string problem) =>
        Assert.Contains(problem, Assert.Single(PayloadReader.Read(json).Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"error_response":7}""")]
    [InlineData("""{"\ud800_response":{},"tid":{"a":1}}""")]
    [InlineData("""{"trades":{"trade":{"tid":"\ud800"}}}""")]
    [InlineData("""{"tid":[1],"orders":7}""")]
    public void Read_NeverThrows(string json) => Assert.NotNull(PayloadReader.Read(json).Kind);
}
