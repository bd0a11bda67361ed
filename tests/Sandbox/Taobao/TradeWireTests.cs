using System.Text.Json.Nodes;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Taobao;

/// <summary>Trades on the wire: lists, shipping, stock and messages.</summary>
public sealed class TradeWireTests : IAsyncLifetime
{
    private const string Fields = "tid,status,created,modified,pay_time,delivery_time,orders";

    private readonly TestFolder _folder = new();
    private TestRun _run = null!;
    private TopCaller _top = null!;

    public async ValueTask InitializeAsync()
    {
        _run = await TestRun.StartAsync(TestRun.ThreeShops(_folder));
        _top = new TopCaller(_run);
        await _run.GoToAsync(60);
    }

    [Fact]
    public async Task TheListOfChanges_HasTheNewestFirst_AndATotalOrAWordOnMore()
    {
        var counted = await ChangedAsync(("page_size", "1"));
        var total = counted["total_results"]!.GetValue<int>();
        var one = await ChangedAsync(("page_size", "3"), ("use_has_next", "true"));
        var last = await ChangedAsync(("page_size", "3"), ("page_no", $"{(total + 2) / 3}"), ("use_has_next", "true"));

        Assert.Equal(_run.Server.Run.Appeared(Channel.Taobao).Count(), total);
        Assert.Null(counted["has_next"]);
        Assert.Equal((null, true, false), (one["total_results"], one["has_next"]!.GetValue<bool>(), last["has_next"]!.GetValue<bool>()));
        var moments = Rows(await ChangedAsync(("page_size", "100"))).Select(row => row["modified"]!.ToString()).ToArray();
        Assert.Equal(moments.OrderDescending(StringComparer.Ordinal), moments);
        Assert.Equal(total, moments.Length);
    }

    [Theory]
    [InlineData("2026-11-22 07:00:00", "2026-11-23 07:00:00", true)]
    [InlineData("2026-11-22 07:00:00", "2026-11-23 07:00:01", false)]
    [InlineData("2026-11-23 07:00:00", "2026-11-23 06:59:59", false)]
    [InlineData("yesterday", "2026-11-23 07:00:00", false)]
    public async Task APeriodOfChanges_HasADayAtMost(string from, string to, bool isTaken)
    {
        (string, string)[] asked = [("fields", Fields), ("start_modified", from), ("end_modified", to)];

        if (isTaken)
        {
            Assert.NotNull(await _top.CallAsync("taobao.trades.sold.increment.get", asked));
        }
        else
        {
            Assert.StartsWith("41 isv.invalid-parameter", await _top.RefusalOfAsync("taobao.trades.sold.increment.get", asked), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AStatus_IsAFilter_AndFieldsAreThoseAskedFor()
    {
        var rows = Rows(await _top.CallAsync("taobao.trades.sold.get", ("fields", "tid,status"), ("start_created", "2026-11-01 00:00:00"), ("end_created", "2026-11-30 00:00:00"), ("status", "WAIT_SELLER_SEND_GOODS")));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(("WAIT_SELLER_SEND_GOODS", 2), (row["status"]!.ToString(), row.AsObject().Count)));
    }

    [Fact]
    public async Task ANumber_MakesATradeShipped_OnceAndNoMore()
    {
        var tid = await ToSendAsync();

        Assert.Equal("15 isv.logistics-offline-service-error:S01", await _top.RefusalOfAsync("taobao.logistics.offline.send", ("tid", tid), ("company_code", "DHL"), ("out_sid", "YT1234567890123")));
        Assert.Equal("15 isv.logistics-offline-service-error:P01", await _top.RefusalOfAsync("taobao.logistics.offline.send", ("tid", tid), ("company_code", "YTO"), ("out_sid", "ZT1234567890123")));
        Assert.True((await SendAsync(tid))["shipping"]!["is_success"]!.GetValue<bool>());
        Assert.Equal("15 isv.logistics-offline-service-error:B04", await _top.RefusalOfAsync("taobao.logistics.offline.send", ("tid", tid), ("company_code", "YTO"), ("out_sid", "YT1234567890123")));

        var trade = await TradeAsync(tid);
        Assert.Equal(("WAIT_BUYER_CONFIRM_GOODS", "YT1234567890123"), (trade["status"]!.ToString(), trade["orders"]!["order"]![0]!["invoice_no"]!.ToString()));
        Assert.Equal(1, _run.Server.Run.Find(Channel.Taobao, tid)!.TimesToldShipped);
    }

    [Fact]
    public async Task ANumber_MayBeCorrected_OnceItIsShipped()
    {
        var tid = await ToSendAsync();
        (string, string)[] other = [("tid", tid), ("company_code", "ZTO"), ("out_sid", "ZT1234567890123")];

        Assert.Equal("15 isv.logistics-offline-service-error:B05", await _top.RefusalOfAsync("taobao.logistics.consign.resend", other));
        await SendAsync(tid);
        await _top.CallAsync("taobao.logistics.consign.resend", other);

        Assert.Equal(["YT1234567890123", "ZT1234567890123"], _run.Server.Run.Find(Channel.Taobao, tid)!.TrackingNumbers);
    }

    [Fact]
    public async Task APaidTrade_IsNotClosedByTheSeller() =>
        Assert.Equal("15 isv.invalid-parameter:tid", await _top.RefusalOfAsync("taobao.trade.close", ("tid", await ToSendAsync()), ("close_reason", "缺货")));

    [Theory]
    [InlineData("SP-001")]
    [InlineData("SP-002")]
    public async Task AListing_ShowsWhatItWasTold(string code)
    {
        var (variants, items) = (await _top.CallAsync("taobao.skus.custom.get", ("fields", "num_iid"), ("outer_id", code)), await _top.CallAsync("taobao.items.custom.get", ("fields", "num_iid"), ("outer_id", code)));
        var row = (variants["skus"]?["sku"] ?? items["items"]!["item"])!.AsArray().Single()!;
        Assert.True(variants["skus"] is null != items["items"] is null);

        await _top.CallAsync("taobao.item.quantity.update", ("num_iid", row["num_iid"]!.ToString()), ("sku_id", $"{row["sku_id"]}"), ("quantity", "7"), ("type", "1"));

        Assert.Equal(7, _run.Server.Run.Stock.Told(Channel.Taobao)[code]);
        Assert.Equal("41 isv.invalid-parameter:quantity", await _top.RefusalOfAsync("taobao.item.quantity.update", ("num_iid", row["num_iid"]!.ToString()), ("sku_id", $"{row["sku_id"]}"), ("quantity", "-1")));
        Assert.Equal("15 isv.item-not-exist", await _top.RefusalOfAsync("taobao.item.quantity.update", ("num_iid", row["num_iid"]!.ToString()), ("sku_id", "5"), ("quantity", "1")));
    }

    [Fact]
    public async Task AMessage_ComesAgain_UntilItIsConfirmed()
    {
        var first = await IdsAsync();
        Assert.NotEmpty(first);
        Assert.Empty(await IdsAsync());

        _run.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(first.Except(await IdsAsync()));

        await _top.CallAsync("taobao.tmc.messages.confirm", ("group_name", "default"), ("s_message_ids", string.Join(',', first)));
        _run.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(first.Intersect(await IdsAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        _top.Dispose();
        await _run.DisposeAsync();
        _folder.Dispose();
    }

    private Task<JsonNode> ChangedAsync(params (string, string)[] more) =>
        _top.CallAsync("taobao.trades.sold.increment.get", [("fields", Fields), ("start_modified", "2026-11-23 08:00:00"), ("end_modified", "2026-11-23 08:10:00"), .. more]);

    private Task<JsonNode> SendAsync(string tid) => _top.CallAsync("taobao.logistics.offline.send", ("tid", tid), ("company_code", "YTO"), ("out_sid", "YT1234567890123"));

    private async Task<JsonNode> TradeAsync(string tid) => (await _top.CallAsync("taobao.trade.fullinfo.get", ("fields", Fields), ("tid", tid)))["trade"]!;

    private async Task<string> ToSendAsync() => Rows(await ChangedAsync(("page_size", "100"))).First(row => row["status"]!.ToString() == "WAIT_SELLER_SEND_GOODS")["tid"]!.ToString();

    private async Task<string[]> IdsAsync() => [.. ((await _top.CallAsync("taobao.tmc.messages.consume", ("group_name", "default"), ("quantity", "200")))["messages"]?["tmc_message"]?.AsArray() ?? []).Select(message => message!["id"]!.ToString())];

    private static IReadOnlyList<JsonNode> Rows(JsonNode body) => [.. (body["trades"]?["trade"]?.AsArray() ?? []).Select(row => row!)];
}
