using System.Text.Json.Nodes;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Ozon;

public sealed class StockTests
{
    private const long Warehouse = 1_020_005_000_000_001;

    [Fact]
    public async Task Stock_ShowsWhatIsThereAndWhatIsPromised()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, OrderRows.Row("o", status: "shipped", carrier: "2018-01-01 20:00:00", items: "p1 x 2"), OrderRows.Row("later", approved: "2018-01-04 10:00:00", items: "p1 x 3"));
        run.Server.PointAtApp(app.Address, FakeApp.Key);
        app.Say("o-s1", "Held");

        Assert.Equal((5, 0), await StockAsync(run));
        await run.GoToAsync(15, run.Server.LookAtAppAsync);
        Assert.Equal((5, 2), await StockAsync(run));
        await run.GoToAsync(30, run.Server.LookAtAppAsync);

        Assert.Equal((3, 0), await StockAsync(run));
    }

    [Theory]
    [InlineData("""{"offer_id":"p1","stock":7,"warehouse_id":1020005000000001}""", null)]
    [InlineData("""{"product_id":11000001,"stock":7,"warehouse_id":"1020005000000001"}""", null)]
    [InlineData("""{"offer_id":"p9","stock":7,"warehouse_id":1020005000000001}""", "NOT_FOUND_ERROR")]
    [InlineData("""{"offer_id":"p1","stock":7,"warehouse_id":5}""", "WAREHOUSE_NOT_FOUND")]
    [InlineData("""{"offer_id":"p1","stock":999999,"warehouse_id":1020005000000001}""", null)]
    [InlineData("""{"offer_id":"p1","stock":1000000,"warehouse_id":1020005000000001}""", "STOCK_TOO_BIG")]
    public async Task Push_AnswersItemByItem(string item, string? error)
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder, OrderRows.Row("o"));

        var reply = await run.CallAsync("v2/products/stocks", $$"""{"stocks":[{{item}}]}""");

        var result = reply.Json["result"]![0]!;
        Assert.Equal((200, error is null), (reply.Status, result["updated"]!.GetValue<bool>()));
        Assert.Equal(error, result["errors"]!.AsArray().FirstOrDefault()?["code"]?.ToString());
    }

    [Fact]
    public async Task Push_IsTheFreeStock_AndOnceInThirtySeconds()
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder, OrderRows.Row("o", items: "p1 x 2"));
        await run.GoToAsync(20);
        Assert.Null(await PushAsync(run, 10));

        Assert.Equal((12, 2), await StockAsync(run));
        await run.GoToAsync(49.9);
        Assert.Equal("TOO_MANY_REQUESTS", await PushAsync(run, 11));
        await run.GoToAsync(50);
        Assert.Null(await PushAsync(run, 11));
    }

    [Theory]
    [InlineData("""{"stocks":[{"offer_id":"p1","stock":1}]}""")]
    [InlineData("""{"stocks":[]}""")]
    public async Task Push_FailsAsAWhole_WithoutAWarehouseOrItems(string request)
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder, OrderRows.Row("o"));

        Assert.Equal(400, (await run.CallAsync("v2/products/stocks", request)).Status);
    }

    [Fact]
    public async Task Stock_IsPagedByCursor_AndProductsWithoutAStockRowAreNotInIt()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));
        var (offers, cursor, pages) = (new List<string>(), "", 0);
        JsonArray items;
        do
        {
            var page = (await run.CallAsync("v4/product/info/stocks", $$"""{"filter":{},"limit":100,"cursor":"{{cursor}}"}""")).Json;
            items = page["items"]!.AsArray();
            offers.AddRange(items.Select(item => item!["offer_id"]!.ToString()));
            (cursor, pages) = (page["cursor"]!.ToString(), pages + 1);
        }
        while (items.Count > 0);

        Assert.Equal(4, pages);
        Assert.Equal(offers.Count, offers.Distinct().Count());
        var products = (await run.CallAsync("v3/product/list", """{"filter":{}}""")).Json["result"]!["items"]!.AsArray();
        Assert.Equal(["NO-STOCK-ROW"], products.Select(product => product!["offer_id"]!.ToString()).Except(offers));
        var byWarehouse = (await run.CallAsync("v2/product/info/stocks-by-warehouse/fbs", """{"offer_id":["SP-001","NO-STOCK-ROW"]}""")).Json["products"]!.AsArray();
        Assert.Equal(("SP-001", Warehouse), (Assert.Single(byWarehouse)!["offer_id"]!.ToString(), byWarehouse[0]!["warehouse_id"]!.GetValue<long>()));
    }

    private static async Task<(int Present, int Reserved)> StockAsync(TestRun run)
    {
        var stock = (await run.CallAsync("v4/product/info/stocks", """{"filter":{"offer_id":["p1"]},"limit":10}""")).Json["items"]![0]!["stocks"]![0]!;
        return (stock["present"]!.GetValue<int>(), stock["reserved"]!.GetValue<int>());
    }

    private static async Task<string?> PushAsync(TestRun run, int stock) =>
        (await run.CallAsync("v2/products/stocks", $$"""{"stocks":[{"offer_id":"p1","stock":{{stock}},"warehouse_id":{{Warehouse}}}]}"""))
            .Json["result"]![0]!["errors"]!.AsArray().FirstOrDefault()?["code"]?.ToString();

    private static Task<TestRun> StartAsync(TestFolder folder, params string[] rows) =>
        TestRun.StartAsync(TestRun.HourIsASecond(folder, OrderRows.Write(folder, rows)));
}
