using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ShipBy.Adapters.Api;
using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Adapters.Tests.Api;

public sealed class InstructionApiTests
{
    private readonly World _world = new();

    [Fact]
    public async Task WhatIsAccepted_IsInTheLedger_AndSayingItAgainChangesNothing()
    {
        await HoldAsync();
        const string Body = """{"orders":[{"shop":"shop","order":"P-1","carrier":"YTO","tracking_number":"YT1","handed_over":true,"parcels":[[{"sku":"MUG-1","quantity":1}]]}],"by":"Анна"}""";
        var first = await ShipAsync(Body);
        var before = await _world.OrderAsync("P-1");
        var second = await ShipAsync(Body);

        Assert.Equal((200, """{"results":[{"shop":"shop","order":"P-1","accepted":true}]}"""), first);
        Assert.Equal(first, second);
        Assert.Equal(before.Journal.Count, (await _world.OrderAsync("P-1")).Journal.Count);
        var ship = before.Instruction!.Ship!;
        Assert.Equal(("YTO", "YT1", true, "Анна"), (ship.Carrier, ship.TrackingNumber, ship.IsHandedOver, before.Instruction.AskedBy));
        Assert.Equal(new ParcelLine(Sample.Mug, 1), Assert.Single(Assert.Single(ship.Parcels).Lines));
    }

    [Theory]
    [InlineData("""{"shop":"shop","order":"nowhere"}""", "unknown")]
    [InlineData("""{"shop":"another","order":"P-1"}""", "unknown")]
    [InlineData("""{"order":"P-1"}""", "invalid")]
    [InlineData("""{"shop":"shop"}""", "invalid")]
    [InlineData("""{"shop":"shop","order":"P-1","parcels":"all"}""", "invalid")]
    [InlineData("""{"shop":"shop","order":"P-1","parcels":[[]]}""", "invalid")]
    [InlineData("""{"shop":"shop","order":"P-1","parcels":[[{"sku":"MUG-1","quantity":0}]]}""", "invalid")]
    [InlineData("""{"shop":"shop","order":"P-1","parcels":[[{"sku":"MUG-1","quantity":3000000000}]]}""", "invalid")]
    [InlineData("""{"shop":"shop","order":"refunded"}""", "refund_open")]
    [InlineData("7", "invalid")]
    public async Task AnOrderThatCannotBe_SaysWhy_AndDoesNotStopTheOthers(string order, string code)
    {
        await HoldAsync();

        var (status, body) = await ShipAsync($$"""{"orders":[{{order}},{"shop":"shop","order":"P-1"}]}""");

        using var answer = JsonDocument.Parse(body);
        var results = answer.RootElement.GetProperty("results");
        Assert.Equal((200, false, code), (status, results[0].GetProperty("accepted").GetBoolean(), results[0].GetProperty("code").GetString()));
        Assert.True(results[1].GetProperty("accepted").GetBoolean());
    }

    [Fact]
    public async Task WhoHasSeenTheRefund_MayShipAnyway()
    {
        await HoldAsync();

        Assert.Contains("\"accepted\":true", (await ShipAsync("""{"orders":[{"shop":"shop","order":"refunded","anyway":true}]}""")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"orders":{}}""", 400)]
    [InlineData("ten thousand", 400)]
    [InlineData("too large", 413)]
    public async Task ABodyThatIsNone_IsRefusedWhole(string body, int status)
    {
        var sent = body switch
        {
            "ten thousand" => $$"""{"orders":[{{string.Join(',', Enumerable.Repeat("{}", 201))}}]}""",
            "too large" => new string(' ', 513 * 1024),
            _ => body,
        };

        Assert.Equal(status, (await ShipAsync(sent)).Status);
    }

    [Fact]
    public async Task ACancellation_NeedsItsReason()
    {
        await HoldAsync();
        var (_, without) = await AnswerAsync("""{"orders":[{"shop":"shop","order":"P-1"}]}""", (api, request) => api.CancelAsync(request, default));
        var (_, with) = await AnswerAsync("""{"orders":[{"shop":"shop","order":"P-1","reason_id":402,"message":"broken"}]}""", (api, request) => api.CancelAsync(request, default));

        Assert.Contains("reason_id is missing", without, StringComparison.Ordinal);
        Assert.Contains("\"accepted\":true", with, StringComparison.Ordinal);
        Assert.Equal(new CancelOrder(402, "broken"), (await _world.OrderAsync("P-1")).Instruction!.Cancel);
    }

    [Theory]
    [InlineData("""{"shop":"shop","order":"two","reason_id":352,"message":"broken","items":[{"sku":"MUG-1","quantity":1}]}""", "accepted")]
    [InlineData("""{"shop":"shop","order":"two","reason_id":352,"items":[{"sku":"MUG-1","quantity":1}]}""", "message is missing")]
    [InlineData("""{"shop":"shop","order":"two","reason_id":352,"message":"broken","items":[]}""", "items has to be a list")]
    [InlineData("""{"shop":"shop","order":"two","reason_id":352,"message":"broken","items":[{"sku":"MUG-1"}]}""", "items has to be a list")]
    [InlineData("""{"shop":"shop","order":"two","reason_id":352,"message":"broken","items":{}}""", "items has to be a list")]
    [InlineData("""{"shop":"shop","order":"two","reason_id":352,"message":"broken","items":[{"sku":"MUG-1","quantity":2}]}""", "leave items out to cancel the whole")]
    [InlineData("""{"shop":"shop","order":"two","reason_id":352,"message":"broken","items":[{"sku":"CUP","quantity":1}]}""", "items names more of a product")]
    public async Task APartOfAnOrder_IsCancelledBySkuAndQuantity(string order, string expected)
    {
        await HoldAsync();

        var (_, body) = await AnswerAsync($$"""{"orders":[{{order}}]}""", (api, request) => api.CancelAsync(request, default));

        Assert.Contains(expected == "accepted" ? "\"accepted\":true" : expected, body, StringComparison.Ordinal);
        Assert.Equal(expected == "accepted" ? [new CancelledUnits(Sample.Mug, 1, 1)] : null, (await _world.OrderAsync("two")).Instruction?.Cancel?.Parts);
    }

    [Fact]
    public async Task WhereAShopTakesNeither_PartsAndGoodsAreRefused()
    {
        await HoldAsync();
        (_world.Marketplace.CancelsParts, _world.Marketplace.TakesGoodsData) = (false, false);

        var (_, cancel) = await AnswerAsync("""{"orders":[{"shop":"shop","order":"two","reason_id":352,"message":"broken","items":[{"sku":"MUG-1","quantity":1}]}]}""", (api, request) => api.CancelAsync(request, default));
        var (_, ship) = await ShipAsync("""{"orders":[{"shop":"shop","order":"two","goods":[{"sku":"MUG-1","gtd":"absent"}]}]}""");

        Assert.Contains("\"code\":\"whole_only\"", cancel, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"no_goods_data\"", ship, StringComparison.Ordinal);
        Assert.Null((await _world.OrderAsync("two")).Instruction);
    }

    [Fact]
    public async Task WhatIsSaidOfGoods_IsKeptWithTheOrder_AndAFlawIsSaid()
    {
        await HoldAsync();

        var (_, body) = await ShipAsync("""{"orders":[{"shop":"shop","order":"two","goods":[{"sku":"MUG-1","piece":2,"mark":"0104\u001d91"}]},{"shop":"shop","order":"P-1","goods":[{"sku":"MUG-1"}]}]}""");

        Assert.Equal([new GoodsDatum(Sample.Mug, 2, GoodsDatumKind.Mark, "0104\u001d91")], (await _world.OrderAsync("two")).Instruction!.Ship!.Goods);
        Assert.Contains("goods[0] says nothing", body, StringComparison.Ordinal);
    }

    private async Task HoldAsync()
    {
        OrderLine[] lines = [new OrderLine(Sample.Mug, "Mug", 1, null)];
        _world.Marketplace.Show(
            Sample.Posting with { Key = new OrderKey("shop", "P-1"), Lines = lines },
            Sample.Posting with { Key = new OrderKey("shop", "two"), Lines = [lines[0] with { Quantity = 2 }] },
            Sample.Posting with { Key = new OrderKey("shop", "refunded"), Lines = lines, Remarks = [PostingRemark.RefundOpen] });
        await _world.Poll.RunAsync(default);
        await _world.Reserve.RunAsync(Sample.Pool, default);
    }

    private Task<(int Status, string Body)> ShipAsync(string body) => AnswerAsync(body, (api, request) => api.ShipAsync(request, default));

    private async Task<(int Status, string Body)> AnswerAsync(string body, Func<InstructionApi, HttpRequest, Task<IResult>> ask)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider() };
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await (await ask(new InstructionApi(_world.Of<InstructOrder>()), context.Request)).ExecuteAsync(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }
}
