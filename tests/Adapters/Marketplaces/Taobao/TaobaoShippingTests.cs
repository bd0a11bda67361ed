using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

public sealed class TaobaoShippingTests
{
    private const string Waits = "\"WAIT_SELLER_SEND_GOODS\",\"type\"";
    private const string Line = "\"oid\":3254612345678902001,\"status\":\"WAIT_SELLER_SEND_GOODS\"";

    private const string Companies = """
        {"logistics_companies_get_response":{"logistics_companies":{"logistics_company":[
        {"id":101,"code":"YTO","name":"圆通速递","reg_mail_no":"^(YT)[0-9]{13}$"},{"id":505,"code":"SF","name":"顺丰速运","reg_mail_no":"^SF[0-9]{12}$|^[0-9]{12}$"},{"id":1,"code":"OTHER","name":"其他","reg_mail_no":"(["}]}}}
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Instruction Ship = new() { Kind = InstructionKind.Ship, Ship = new([], "YTO", "YT1234567890123"), AskedAt = Instant.FromUtc(2026, 11, 20, 12, 0), AskedBy = "me" };

    [Fact]
    public async Task APaidTrade_IsSent_WithItsNumber()
    {
        await using var top = await StartAsync(Trades.Trade());

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.HandOver), await AdvanceAsync(top, Ship));

        var sent = top.Calls.Last();
        Assert.Equal(
            ("taobao.logistics.offline.send", Trades.Number, "YTO", "YT1234567890123", null, null),
            (sent.Method, sent["tid"], sent["company_code"], sent["out_sid"], sent["sub_tid"], sent["is_split"]));
    }

    [Theory]
    [InlineData("MUG-RED 2", "3254612345678902001")]
    [InlineData("TEA 1", "3254612345678902002")]
    [InlineData("MUG-RED 2,TEA 1", null)]
    [InlineData("MUG-RED 1", "MUG-RED: Taobao ships whole lines, 2 units of it and not 1")]
    [InlineData("CUP 1", "CUP: Taobao ships whole lines, 0 units of it and not 1")]
    public async Task AParcelOfSomeLines_IsASplit(string parcel, string? expected)
    {
        await using var top = await StartAsync(Trades.Trade());
        var lines = parcel.Split(',').Select(line => line.Split(' ')).Select(line => new ParcelLine(Sku.Parse(line[0]), int.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture)));

        var answer = await AdvanceAsync(top, Ship with { Ship = Ship.Ship! with { Parcels = [new Parcel([.. lines])] } });

        if (answer is ShippingAnswer.Refused(var reason))
            Assert.StartsWith(expected!, reason, StringComparison.Ordinal);
        else
            Assert.Equal((expected, expected is null ? null : "1"), (top.Calls.Last()["sub_tid"], top.Calls.Last()["is_split"]));
    }

    [Fact]
    public async Task TheRestOfATrade_IsSentAsAPart()
    {
        await using var top = await StartAsync(Trades.Trade((Waits, "\"SELLER_CONSIGNED_PART\",\"type\""), (Line, Line.Replace("WAIT_SELLER_SEND_GOODS", "WAIT_BUYER_CONFIRM_GOODS", StringComparison.Ordinal) + ",\"invoice_no\":\"YT0\"")));

        Assert.IsType<ShippingAnswer.Told>(await AdvanceAsync(top, Ship));

        Assert.Equal(("3254612345678902002", "1"), (top.Calls.Last()["sub_tid"], top.Calls.Last()["is_split"]));
    }

    [Fact]
    public async Task ATradeInTwoParcels_IsComplete_WithTheFirstOnesNumberLeftAlone()
    {
        await using var top = await StartAsync(Trades.Trade(
            ("WAIT_SELLER_SEND_GOODS", "WAIT_BUYER_CONFIRM_GOODS"), ("\"oid\":3254612345678902001", "\"invoice_no\":\"YT0\",\"oid\":3254612345678902001"),
            ("\"oid\":3254612345678902002", "\"invoice_no\":\"YT1234567890123\",\"oid\":3254612345678902002")));

        Assert.IsType<ShippingAnswer.Complete>(await AdvanceAsync(top, Ship));
    }

    [Theory]
    [InlineData("WAIT_BUYER_PAY", null, "The trade is not paid in full")]
    [InlineData("PAY_PENDING", null, "The trade is not paid in full")]
    [InlineData("WAIT_BUYER_PAY", "\"step_trade_status\":\"FRONT_PAID_FINAL_NOPAID\"", "The trade is not paid in full")]
    [InlineData("TRADE_NO_CREATE_PAY", null, "The trade is not paid in full")]
    [InlineData("PAID_FORBID_CONSIGN", null, "The platform forbids shipping for the moment (field status)")]
    [InlineData("WAIT_SELLER_SEND_GOODS", "\"top_hold\":1", "The platform forbids shipping for the moment (field top_hold)")]
    [InlineData("TRADE_CLOSED", null, "The trade is closed")]
    [InlineData("TRADE_CLOSED_BY_TAOBAO", null, "The trade is closed")]
    [InlineData("NEW_WORD", null, "The trade stands in a state that is not known")]
    public async Task WhatMustNotShip_IsRefusedInWords(string status, string? field, string expected)
    {
        await using var top = await StartAsync(Trades.Trade((Waits, $"\"{status}\",{field}{(field is null ? "" : ",")}\"type\"")));

        Assert.StartsWith(expected, Assert.IsType<ShippingAnswer.Refused>(await AdvanceAsync(top, Ship)).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(top.Calls, call => call.Method.Contains("send", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"fixed\"", "\"cod\"", "The trade is paid on delivery")]
    [InlineData("NO_REFUND", "WAIT_SELLER_AGREE", "The buyer asked for the money back")]
    public async Task WhatAPersonMustSettle_IsRefusedInWords(string part, string with, string expected)
    {
        await using var top = await StartAsync(Trades.Trade((part, with)));

        Assert.StartsWith(expected, Assert.IsType<ShippingAnswer.Refused>(await AdvanceAsync(top, Ship)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("YTO", null, "Taobao takes a trade as shipped by its tracking number")]
    [InlineData(null, "YT1234567890123", "Taobao wants the carrier's code")]
    [InlineData("DHL", "1", "Taobao knows no carrier DHL. It knows YTO, SF, OTHER.")]
    [InlineData("YTO", "YT123456789012", "YT123456789012 is no number of YTO")]
    [InlineData("YTO", "xYT1234567890123", "xYT1234567890123 is no number of YTO")]
    [InlineData("SF", "YT1234567890123", "YT1234567890123 is no number of SF")]
    [InlineData("sf", "123456789012", null)]
    [InlineData(" YTO ", " YT1234567890123 ", null)]
    [InlineData("OTHER", "whatever", null)]         // a pattern that cannot be used forbids nothing
    public async Task CarrierAndNumber_AreCheckedByThePlatformsOwnList(string? carrier, string? number, string? expected)
    {
        await using var top = await StartAsync(Trades.Trade());

        var answer = await AdvanceAsync(top, Ship with { Ship = new([], carrier, number) });

        if (expected is null)
            Assert.IsType<ShippingAnswer.Told>(answer);
        else
            Assert.StartsWith(expected, Assert.IsType<ShippingAnswer.Refused>(answer).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WAIT_BUYER_CONFIRM_GOODS", "YT1234567890123", "Complete")]
    [InlineData("WAIT_BUYER_CONFIRM_GOODS", "yt1234567890123", "Complete")]
    [InlineData("TRADE_FINISHED", "YT1234567890123", "Complete")]
    [InlineData("WAIT_BUYER_CONFIRM_GOODS", "YT0", "taobao.logistics.consign.resend")]
    [InlineData("TRADE_FINISHED", "YT0", "Refused")]
    public async Task WhatIsShipped_IsComplete_OrGetsItsOtherNumber(string status, string number, string expected)
    {
        await using var top = await StartAsync(Trades.Trade(("WAIT_SELLER_SEND_GOODS", status), ("\"type\"", $"\"invoice_no\":\"{number}\",\"type\"")));

        var answer = await AdvanceAsync(top, Ship);

        Assert.Equal(expected, answer is ShippingAnswer.Told(ShippingStep.Number) ? top.Calls.Last().Method : answer.GetType().Name);
    }

    [Fact]
    public async Task ACallWhoseAnswerGotLost_IsNotMadeTwice()
    {
        var sent = 0;
        await using var top = await FakeTop.StartAsync(call => call.Method switch
        {
            "taobao.trade.fullinfo.get" => (200, Trades.Full(sent == 0 ? Trades.Trade() : Trades.Trade(("WAIT_SELLER_SEND_GOODS", "WAIT_BUYER_CONFIRM_GOODS"), ("\"type\"", "\"invoice_no\":\"YT1234567890123\",\"type\"")))),
            "taobao.logistics.companies.get" => (200, Companies),
            _ => (502 + (sent++ * 0), "<html>"),
        });

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => AdvanceAsync(top, Ship));
        Assert.IsType<ShippingAnswer.Complete>(await AdvanceAsync(top, Ship));
        Assert.Equal(1, sent);
    }

    [Theory]
    [InlineData(false, "Refused")]
    [InlineData(true, "Complete")]       // it had been taken before, and showed late
    public async Task ARefusal_IsLookedAtOnceMore(bool isShippedAfterwards, string expected)
    {
        var refusals = 0;
        await using var top = await FakeTop.StartAsync(call => call.Method switch
        {
            "taobao.trade.fullinfo.get" => Trades.Full(refusals > 0 && isShippedAfterwards
                ? Trades.Trade(("WAIT_SELLER_SEND_GOODS", "WAIT_BUYER_CONFIRM_GOODS"), ("\"type\"", "\"invoice_no\":\"YT1234567890123\",\"type\"")) : Trades.Trade()),
            "taobao.logistics.companies.get" => Companies,
            _ => FakeTop.Error(15, "isv.logistics-offline-service-error:B04", $"refusal {++refusals}"),
        });

        Assert.Equal(expected, (await AdvanceAsync(top, Ship)).GetType().Name);
    }

    [Theory]
    [InlineData("WAIT_BUYER_PAY", null, "Told")]
    [InlineData("WAIT_BUYER_PAY", "\"step_trade_status\":\"FRONT_PAID_FINAL_NOPAID\",", "Refused")]
    [InlineData("WAIT_SELLER_SEND_GOODS", null, "Refused")]
    [InlineData("TRADE_CLOSED", null, "Complete")]
    [InlineData("TRADE_CLOSED_BY_TAOBAO", null, "Complete")]
    public async Task OnlyAnUnpaidTrade_IsClosed(string status, string? step, string expected)
    {
        await using var top = await StartAsync(Trades.Trade((Waits, $"\"{status}\",{step}\"type\"")));

        var answer = await AdvanceAsync(top, Ship with { Kind = InstructionKind.Cancel, Ship = null, Cancel = new CancelOrder(1) });

        Assert.Equal(expected, answer.GetType().Name);
        if (answer is ShippingAnswer.Told)
            Assert.Equal(("taobao.trade.close", Trades.Number, "缺货"), (top.Calls.Last().Method, top.Calls.Last()["tid"], top.Calls.Last()["close_reason"]));
    }

    [Fact]
    public async Task AnotherCutOff_IsThePlatformsOwnAffair()
    {
        await using var top = await StartAsync(Trades.Trade());

        Assert.IsType<ShippingAnswer.Refused>(await AdvanceAsync(top, Ship with { Kind = InstructionKind.MoveCutOff, Ship = null, CutOff = Ship.AskedAt }));
    }

    [Fact]
    public async Task ATradeThatNobodyKnows_IsRefused()
    {
        await using var top = await FakeTop.StartAsync(_ => FakeTop.Error(15, "isv.trade-not-exist"));

        Assert.IsType<ShippingAnswer.Refused>(await AdvanceAsync(top, Ship));
    }

    private static Task<FakeTop> StartAsync(string trade) => FakeTop.StartAsync(
        ("taobao.trade.fullinfo.get", Trades.Full(trade)),
        ("taobao.logistics.companies.get", Companies),
        ("taobao.logistics.offline.send", """{"logistics_offline_send_response":{"shipping":{"is_success":true}}}"""),
        ("taobao.logistics.consign.resend", """{"logistics_consign_resend_response":{"shipping":{"is_success":true}}}"""),
        ("taobao.trade.close", """{"trade_close_response":{"trade":{"tid":1,"modified":"2026-11-20 20:00:00"}}}"""));

    private static Task<ShippingAnswer> AdvanceAsync(FakeTop top, Instruction wanted) => ((IShippingChannel)top.Shop()).AdvanceAsync(
        new Order
        {
            Key = new OrderKey("tm", Trades.Number),
            State = OrderState.Held,
            Status = PostingStatus.AwaitingPackaging,
            RawStatus = "",
            Lines = [],
            OrderedAt = wanted.AskedAt,
            TakenAt = wanted.AskedAt,
            SeenFrom = wanted.AskedAt,
            Instruction = wanted,
        },
        Cancel);
}
