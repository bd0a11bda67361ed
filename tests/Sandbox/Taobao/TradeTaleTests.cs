using System.Text.Json.Nodes;
using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Taobao;

/// <summary>Presales, refunds and parts, as they are on the wire, and what the sandbox thinks of an app that ships too soon.</summary>
public sealed class TradeTaleTests : IAsyncLifetime
{
    private const string Fields = "tid,status,type,step_trade_status,modified,pay_time,delivery_time,orders";

    private readonly TestFolder _folder = new();
    private TestRun _run = null!;
    private TopCaller _top = null!;

    public async ValueTask InitializeAsync()
    {
        _run = await TestRun.StartAsync(TestRun.ThreeShops(_folder) with { Length = TimeSpan.FromMinutes(5) });
        _top = new TopCaller(_run);
    }

    [Fact]
    public async Task APresale_WaitsForTheRestOfItsMoney_AndThenIsLikeAnyOther()
    {
        var plan = First(plan => plan.Trade is { IsPresale: true } && plan.Cancels > plan.Paid);

        await AtAsync(plan.Paid!.Value.AddSeconds(-1));
        Assert.Equal(("step", "WAIT_BUYER_PAY", "FRONT_PAID_FINAL_NOPAID", null, null), Words(await TradeAsync(plan)));
        Assert.Equal("15 isv.logistics-offline-service-error:B04", await RefusalAsync(plan));
        Assert.Equal(1, _run.Server.Run.Find(plan.Number)!.TimesTooSoon);

        await AtAsync(plan.Paid!.Value);
        var (type, status, step, paid, due) = Words(await TradeAsync(plan));
        Assert.Equal(("step", "WAIT_SELLER_SEND_GOODS", "FRONT_PAID_FINAL_PAID"), (type, status, step));
        Assert.True(paid is not null && due is not null);
        await SendAsync(plan);
        Assert.Equal((1, "WAIT_BUYER_CONFIRM_GOODS"), (_run.Server.Run.Find(plan.Number)!.TimesTooSoon, (await TradeAsync(plan))["status"]!.ToString()));
    }

    [Fact]
    public async Task APresale_ThatIsNeverPaid_IsForfeited()
    {
        var plan = First(plan => plan.Trade is { IsPresale: true } && plan.Cancels < plan.Paid);

        await AtAsync(plan.Cancels!.Value);

        Assert.Equal(("step", "TRADE_CLOSED_BY_TAOBAO", "FRONT_PAID_FRONT_FORFEITED", null, null), Words(await TradeAsync(plan)));
        Assert.Null(plan.Ships);
    }

    [Theory]
    [InlineData(-1, "NO_REFUND", 0)]
    [InlineData(0, "WAIT_SELLER_AGREE", 0)]
    [InlineData(2.9, "WAIT_SELLER_AGREE", 0)]       // whoever looked a moment before cannot have known
    [InlineData(3, "WAIT_SELLER_AGREE", 1)]
    [InlineData(7, "WAIT_SELLER_AGREE", 1)]
    [InlineData(14, "CLOSED", 0)]
    public async Task ARefundThatIsOpen_ForbidsShipping_ThoughThePlatformTakesIt(double afterwards, string word, int tooSoon)
    {
        var plan = First(plan => plan.Trade?.Refund is { Line: null, Succeeds: false });

        await AtAsync(plan.Trade!.Refund!.Asked.AddSeconds(afterwards));
        Assert.All(Lines(await TradeAsync(plan)), line => Assert.Equal(("WAIT_SELLER_SEND_GOODS", word), (line["status"]!.ToString(), line["refund_status"]!.ToString())));
        await SendAsync(plan);

        Assert.Equal(tooSoon, (await _run.ReportAsync())["channels"]!["taobao"]!["shipped_too_soon"]!.GetValue<int>());
    }

    [Fact]
    public async Task ARefundOfAll_ClosesTheTrade()
    {
        var plan = First(plan => plan.Trade?.Refund is { Line: null, Succeeds: true });

        await AtAsync(plan.Trade!.Refund!.Decided);

        var trade = await TradeAsync(plan);
        Assert.Equal("TRADE_CLOSED", trade["status"]!.ToString());
        Assert.All(Lines(trade), line => Assert.Equal(("TRADE_CLOSED", "SUCCESS"), (line["status"]!.ToString(), line["refund_status"]!.ToString())));
    }

    [Fact]
    public async Task ALineThatIsRefundedAlone_IsOutOfTheTrade()
    {
        var plan = First(plan => plan.Trade?.Refund is { Line: not null });
        var (refund, line) = (plan.Trade!.Refund!, plan.Trade.Refund!.Line!.Value);
        await AtAsync(refund.Decided.AddSeconds(-1));
        Assert.Equal("WAIT_SELLER_AGREE", Lines(await TradeAsync(plan))[line]["refund_status"]!.ToString());
        Assert.Equal(plan.Lines, plan.LinesAt(_run.Time.GetUtcNow()));

        await AtAsync(refund.Decided);

        var trade = await TradeAsync(plan);
        Assert.Equal(("WAIT_SELLER_SEND_GOODS", "TRADE_CLOSED", "SUCCESS"), (trade["status"]!.ToString(), Lines(trade)[line]["status"]!.ToString(), Lines(trade)[line]["refund_status"]!.ToString()));
        Assert.Equal(plan.Lines.Where((_, index) => index != line), plan.LinesAt(_run.Time.GetUtcNow()));
        Assert.Equal("15 isv.logistics-offline-service-error:X01", await RefusalAsync(plan, ("is_split", "1"), ("sub_tid", string.Join(',', Lines(trade).Select(one => one["oid_str"]!.ToString())))));
        await SendAsync(plan);
        Assert.Null(Lines(await TradeAsync(plan))[line]["invoice_no"]);
    }

    [Fact]
    public async Task TheRestOfATrade_GoesAsAPart_AndTheFirstLineKeepsItsNumber()
    {
        var plan = First(plan => plan.Trade?.FirstLineLeaves is not null);
        await AtAsync(plan.Trade!.FirstLineLeaves!.Value);
        var trade = await TradeAsync(plan);
        var lines = Lines(trade);
        Assert.Equal("SELLER_CONSIGNED_PART", trade["status"]!.ToString());
        Assert.Equal(["WAIT_BUYER_CONFIRM_GOODS", .. Enumerable.Repeat("WAIT_SELLER_SEND_GOODS", lines.Count - 1)], lines.Select(line => line["status"]!.ToString()));
        var first = lines[0]["invoice_no"]!.ToString();

        Assert.Equal("15 isv.logistics-offline-service-error:X01", await RefusalAsync(plan));
        await SendAsync(plan, ("is_split", "1"), ("sub_tid", string.Join(',', lines.Skip(1).Select(line => line["oid_str"]!.ToString()))));

        trade = await TradeAsync(plan);
        Assert.Equal("WAIT_BUYER_CONFIRM_GOODS", trade["status"]!.ToString());
        Assert.Equal([first, .. Enumerable.Repeat("YT1234567890123", lines.Count - 1)], Lines(trade).Select(line => line["invoice_no"]!.ToString()));
    }

    [Fact]
    public async Task WhatIsSpecial_ShowsAsAChange()
    {
        var plan = First(plan => plan.Trade?.Refund is { Succeeds: false });

        await AtAsync(plan.Trade!.Refund!.Asked.AddSeconds(2));

        Assert.Equal(plan.Trade.Refund.Asked.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", null), (await TradeAsync(plan))["modified"]!.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _top.Dispose();
        await _run.DisposeAsync();
        _folder.Dispose();
    }

    private PlannedOrder First(Func<PlannedOrder, bool> isIt) => _run.Server.Run.Source.UpTo(TestRun.Start.AddSeconds(250)).First(plan => plan.Channel is Channel.Taobao && isIt(plan));

    private Task AtAsync(DateTimeOffset instant) => _run.GoToAsync((instant - TestRun.Start).TotalSeconds);

    private async Task<JsonNode> TradeAsync(PlannedOrder plan) => (await _top.CallAsync("taobao.trade.fullinfo.get", ("fields", Fields), ("tid", plan.Number)))["trade"]!;

    private Task<JsonNode> SendAsync(PlannedOrder plan, params (string, string)[] more) => _top.CallAsync("taobao.logistics.offline.send", [.. Send(plan), .. more]);

    private Task<string> RefusalAsync(PlannedOrder plan, params (string, string)[] more) => _top.RefusalOfAsync("taobao.logistics.offline.send", [.. Send(plan), .. more]);

    private static (string, string)[] Send(PlannedOrder plan) => [("tid", plan.Number), ("company_code", "YTO"), ("out_sid", "YT1234567890123")];

    private static IReadOnlyList<JsonNode> Lines(JsonNode trade) => [.. trade["orders"]!["order"]!.AsArray().Select(line => line!)];

    private static (string Type, string Status, string? Step, string? Paid, string? Due) Words(JsonNode trade) =>
        (trade["type"]!.ToString(), trade["status"]!.ToString(), trade["step_trade_status"]?.ToString(), trade["pay_time"]?.ToString(), trade["delivery_time"]?.ToString());
}
