using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

public sealed class TaobaoStocksTests
{
    private const string Skus = "taobao.skus.custom.get";
    private const string Items = "taobao.items.custom.get";
    private const string Quantity = "taobao.item.quantity.update";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Sku Mug = Sku.Parse("MUG");
    private static readonly Sku Tea = Sku.Parse("TEA");

    [Theory]
    [InlineData("""{"skus":{"sku":[{"num_iid":1,"sku_id":"11","outer_id":"MUG","quantity":7}]}}""", "{}", "MUG 7")]
    [InlineData("""{"skus":[{"num_iid":1,"sku_id":"11","outer_id":"MUG","quantity":"7"}]}""", "{}", "MUG 7")]
    [InlineData("""{"skus":{"sku":[{"num_iid":1,"sku_id":"11","quantity":7},{"num_iid":2,"sku_id":"21","quantity":9}]}}""", "{}", "MUG 9")]      // the one that can sell too much
    [InlineData("""{"skus":{"sku":[{"num_iid":1,"sku_id":"11","status":"delete","quantity":7}]}}""", """{"items":{"item":[{"num_iid":2,"num":4}]}}""", "MUG 4")]
    [InlineData("""{"skus":{"sku":[{"num_iid":1,"sku_id":"11","outer_id":"MUG-2","quantity":7}]}}""", "{}", "")]
    [InlineData("{}", """{"items":{"item":[{"num_iid":2,"outer_id":"MUG","num":4}]}}""", "MUG 4")]
    [InlineData("{}", "{}", "")]
    public async Task Stock_IsThatOfTheListings(string skus, string items, string expected)
    {
        await using var top = await FakeTop.StartAsync((Skus, Root("skus_custom_get", skus)), (Items, Root("items_custom_get", items)));

        var stock = await top.Shop().StockOfAsync([Mug, Mug], Cancel);

        Assert.Equal(expected, string.Join(' ', stock.Select(one => $"{one.Sku} {one.Present - one.Reserved}")));
    }

    [Fact]
    public async Task ANumber_IsTold_ToEachListing_AsAWholeAmount_AndTheListingsAreRemembered()
    {
        await using var top = await FakeTop.StartAsync(
            (Skus, Root("skus_custom_get", """{"skus":{"sku":[{"num_iid":1,"sku_id":"11","quantity":7},{"num_iid":2,"sku_id":"21","quantity":9}]}}""")), (Quantity, Root("item_quantity_update", "{}")));
        var shop = (IStockChannel)top.Shop();

        Assert.Equal([new OfferAnswer(Mug, null)], await shop.OfferAsync([(Mug, 5)], Cancel));
        Assert.Equal([new OfferAnswer(Mug, null)], await shop.OfferAsync([(Mug, 0)], Cancel));

        Assert.Equal(
            ["", "1 11 5 1", "2 21 5 1", "1 11 0 1", "2 21 0 1"],
            top.Calls.Select(call => call.Method == Skus ? "" : $"{call["num_iid"]} {call["sku_id"]} {call["quantity"]} {call["type"]}"));
    }

    [Fact]
    public async Task EachProduct_HasItsOwnAnswer()
    {
        await using var top = await FakeTop.StartAsync(call => call.Method switch
        {
            Skus when call["outer_id"] is "GONE" => FakeTop.Error(15, "isv.item-not-exist"),
            Skus => Root("skus_custom_get", $$"""{"skus":{"sku":[{"num_iid":1,"sku_id":"1","outer_id":"{{call["outer_id"]}}","quantity":7}]} }"""),
            Items => Root("items_custom_get", "{}"),
            _ => FakeTop.Error(15, "isv.item-quantity-negative"),
        });

        var answers = await ((IStockChannel)top.Shop()).OfferAsync([(Sku.Parse("GONE"), 1), (Tea, 1)], Cancel);

        Assert.Equal([("GONE", true), ("TEA", false)], answers.Select(answer => (answer.Sku.Value, answer.IsUnknown)));
        Assert.Equal("isv.item-quantity-negative", answers[1].Word);
    }

    [Fact]
    public async Task ABusyPlatform_KeepsWhatWasTold()
    {
        await using var top = await FakeTop.StartAsync(call => call.Method switch
        {
            Skus => Root("skus_custom_get", $$"""{"skus":{"sku":[{"num_iid":"{{call["outer_id"]}}","sku_id":"1","quantity":7}]} }"""),
            _ when call["num_iid"] is "MUG" => Root("item_quantity_update", "{}"),
            _ => FakeTop.Error(7, null, "ban lasts 60 seconds"),
        });
        var shop = (IStockChannel)top.Shop();

        Assert.Equal([new OfferAnswer(Mug, null)], await shop.OfferAsync([(Mug, 1), (Tea, 1)], Cancel));
        await Assert.ThrowsAsync<MarketplaceBusyException>(() => shop.OfferAsync([(Tea, 1)], Cancel));
    }

    [Fact]
    public async Task Terms_AreTheSettings()
    {
        await using var top = await FakeTop.StartAsync();

        Assert.Equal(new OfferTerms(3, 2), ((IStockChannel)top.Shop(new() { ["SafetyStock"] = "3", ["StockBuffer"] = "2" })).Terms);
        Assert.Null(((IStockChannel)top.Shop(new() { ["OfferStock"] = "false" })).Terms);
    }

    private static string Root(string method, string body) => $$"""{"{{method}}_response":{{body}} }""";
}
