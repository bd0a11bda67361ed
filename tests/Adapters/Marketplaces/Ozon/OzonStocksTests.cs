using System.Text.Json;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class OzonStocksTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stock_IsSummed_OverWarehousesAndPages()
    {
        await using var ozon = await FakeOzon.StartAsync(
            (200, """{"products":[{"offer_id":"A","present":3,"reserved":1},{"offer_id":"B","present":"7","reserved":null},{"offer_id":"Z","present":9}],"cursor":"c","has_next":true}"""),
            (200, """{"products":[{"offer_id":"A","present":4,"reserved":"2"},{"offer_id":"C"}],"cursor":"c2","has_next":false}"""));

        var stock = await ozon.Shop().StockOfAsync(Skus("A", "B", "C"), Cancel);

        Assert.Equal([new ListedStock(Sku.Parse("A"), 7, 3), new ListedStock(Sku.Parse("B"), 7, 0)], stock.OrderBy(one => one.Sku.Value));
        Assert.Equal(["", "c"], ozon.Calls.Select(call => call.Cursor));
        Assert.All(ozon.Calls, call => Assert.Equal("/v2/product/info/stocks-by-warehouse/fbs", call.Path));
    }

    [Fact]
    public async Task Stock_IsReadByProduct_WhereTheOtherMethodIsRefused()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => call.Path.StartsWith("/v2", StringComparison.Ordinal)
            ? context.Response.AnswerAsync(404, """{"code":5,"message":"method is not allowed"}""")
            : context.Response.AnswerAsync(200, """
                {"items":[{"product_id":1,"offer_id":"A","stocks":[{"type":"fbs","present":5,"reserved":2,"sku":1},{"type":"fbo","present":90,"reserved":0,"sku":1},
                {"type":"rfbs","present":1,"reserved":0,"sku":1}]}],"cursor":"last","total_items":1}
                """));

        var stock = await ozon.Shop().StockOfAsync(Skus("A"), Cancel);

        Assert.Equal([new ListedStock(Sku.Parse("A"), 6, 2)], stock);
        Assert.Equal(["/v2/product/info/stocks-by-warehouse/fbs", "/v4/product/info/stocks"], ozon.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task Stock_IsUnknown_WhenTheCursorStandsStill()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"products":[{"offer_id":"A","present":3}],"cursor":"c","has_next":true}"""));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => ozon.Shop().StockOfAsync(Skus("A", "B"), Cancel));
        Assert.Equal(2, ozon.Calls.Count);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    public async Task Stock_IsAskedFor_ByTheHundred(int skus, int calls)
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"products":[],"has_next":false}"""));

        await ozon.Shop().StockOfAsync(Skus([.. Enumerable.Range(0, skus).Select(i => $"P{i}")]), Cancel);

        Assert.Equal(calls, ozon.Calls.Count);
        Assert.Equal(skus, ozon.Calls.Sum(call => call.Body.GetProperty("offer_id").GetArrayLength()));
    }

    [Theory]
    [InlineData("""{"expires_at":"2026-12-05T00:00:00Z","roles":[{"name":"Posting FBS","methods":["/v4/posting/fbs/list"]}]}""", true)]
    [InlineData("""{"result":{"expires_at":"2026-12-05T00:00:00Z"}}""", true)]
    [InlineData("""{"roles":[]}""", false)]
    public async Task TheKey_TellsItsEnd_WhereTheMarketplaceDoes(string body, bool known)
    {
        await using var ozon = await FakeOzon.StartAsync((200, body));

        var end = await ((IExpiringKey)ozon.Shop()).KeyExpiresAtAsync(Cancel);

        Assert.Equal(known ? Sample.At("2026-12-05T00:00:00Z") : null, end);
        Assert.Equal(JsonValueKind.Object, Assert.Single(ozon.Calls).Body.ValueKind);
    }

    private static Sku[] Skus(params string[] skus) => [.. skus.Select(Sku.Parse)];
}
