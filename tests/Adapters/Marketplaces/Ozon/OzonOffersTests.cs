using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public sealed class OzonOffersTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string?> AtOurWarehouse = new() { ["Warehouse"] = "77", ["SafetyStock"] = "2", ["StockBuffer"] = "1", ["StockNumber"] = "present" };

    [Fact]
    public async Task Numbers_AreToldForTheShopsWarehouse_AndEachProductHasItsOwnAnswer()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """
            {"result":[{"warehouse_id":77,"product_id":1,"offer_id":"A","updated":true,"errors":[]},
            {"warehouse_id":77,"product_id":2,"offer_id":"B","updated":false,"errors":[{"code":"PRODUCT_IS_ARCHIVED","message":"Archived"}]},
            {"warehouse_id":77,"product_id":3,"offer_id":"C","updated":false,"errors":[{"code":"TOO_MANY_REQUESTS","message":"Stock is updated too frequently"}]},
            {"warehouse_id":77,"product_id":4,"offer_id":"D","updated":false,"errors":[{"code":"SOMETHING","message":"Stock is updated too frequently"}]},
            {"warehouse_id":77,"product_id":5,"offer_id":"E","updated":false}]}
            """));

        var answers = await Channel(ozon).OfferAsync([.. Skus("A", "B", "C", "D", "E", "F").Select(sku => (sku, 5))], Cancel);

        Assert.Equal(
            [("A", null, false), ("B", "PRODUCT_IS_ARCHIVED", false), ("C", "TOO_MANY_REQUESTS", true), ("D", "SOMETHING", true), ("E", "not updated", false)],
            answers.Select(answer => (answer.Sku.Value, answer.Word, answer.IsTooSoon)));
        var call = Assert.Single(ozon.Calls);
        Assert.Equal("/v2/products/stocks", call.Path);
        Assert.Equal(("A", 5, 77), call.Body.GetProperty("stocks")[0] is var first ? (first.GetProperty("offer_id").GetString(), first.GetProperty("stock").GetInt32(), first.GetProperty("warehouse_id").GetInt64()) : default);
    }

    [Fact]
    public async Task ANumberThatIsTooBig_IsCut()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"result":[{"offer_id":"A","updated":true}]}"""));

        await Channel(ozon).OfferAsync([(Sku.Parse("A"), int.MaxValue)], Cancel);

        Assert.Equal(999_999, Assert.Single(ozon.Calls).Body.GetProperty("stocks")[0].GetProperty("stock").GetInt32());
    }

    [Fact]
    public async Task AnAnswerThatIsNone_LeavesEverythingOpen()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"result":{}}"""));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => Channel(ozon).OfferAsync([(Sku.Parse("A"), 5)], Cancel));
    }

    [Fact]
    public async Task Terms_FollowTheSettings_AndWithoutAWarehouseNothingIsOffered()
    {
        await using var ozon = await FakeOzon.StartAsync((200, "{}"));

        Assert.Equal(new OfferTerms(2, 1, SubtractsItsOwn: true), Channel(ozon).Terms);
        Assert.Equal(Duration.FromSeconds(31), Channel(ozon).OfferPause);
        Assert.Null(((IStockChannel)ozon.Shop()).Terms);
    }

    [Fact]
    public async Task StockOfOtherWarehouses_IsNotCounted()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """
            {"products":[{"offer_id":"A","warehouse_id":77,"present":3,"reserved":1},{"offer_id":"A","warehouse_id":"78","present":9,"reserved":2},{"offer_id":"A","present":1}],"has_next":false}
            """));

        Assert.Equal([new ListedStock(Sku.Parse("A"), 4, 1)], await ozon.Shop(AtOurWarehouse).StockOfAsync([Sku.Parse("A")], Cancel));
    }

    private static IStockChannel Channel(FakeOzon ozon) => (IStockChannel)ozon.Shop(AtOurWarehouse);

    private static IEnumerable<Sku> Skus(params string[] skus) => skus.Select(Sku.Parse);
}
