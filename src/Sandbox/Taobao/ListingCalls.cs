using System.Globalization;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Taobao;

/// <summary>What can be bought of each listing: units that orders have taken are off it, paid or not.</summary>
internal sealed class ListingCalls(SandboxRun run)
{
    private const int Most = 100_000_000;

    public JsonObject Variants(TopRequest request) => Of(request, hasVariants: true) is not { } product ? [] : new JsonObject
    {
        ["skus"] = new JsonObject
        {
            ["sku"] = new JsonArray(new JsonObject
            {
                ["num_iid"] = Listings.ItemOf(product),
                ["sku_id"] = Listings.VariantOf(product),
                ["outer_id"] = product.OfferId,
                ["quantity"] = Quantity(product),
                ["status"] = "normal",
            }),
        },
    };

    public JsonObject Items(TopRequest request) => Of(request, hasVariants: false) is not { } product ? [] : new JsonObject
    {
        ["items"] = new JsonObject
        {
            ["item"] = new JsonArray(new JsonObject
            {
                ["num_iid"] = Listings.ItemOf(product),
                ["outer_id"] = product.OfferId,
                ["num"] = Quantity(product),
                ["approve_status"] = "onsale",
            }),
        },
    };

    public JsonObject Update(TopRequest request)
    {
        var product = Listings.Find(run.Source.Products, request.Needed("num_iid"), request.Text("sku_id")) ?? throw TopRefusal.Isv("item-not-exist", "商品不存在");
        _ = request.Needed("quantity");
        if (request.Number("type", 1, 1, 2) != 1)
        {
            throw TopRefusal.Isv("invalid-parameter:type", "沙箱只支持全量更新");
        }

        run.TakeStock(Channel.Taobao, product, request.Number("quantity", 0, 0, Most));
        return new JsonObject { ["item"] = new JsonObject { ["num_iid"] = Listings.ItemOf(product), ["modified"] = ChinaTime.Write(run.Clock.Now) } };
    }

    private Product? Of(TopRequest request, bool hasVariants)
    {
        _ = request.Fields();
        return run.Stock.Products.GetValueOrDefault(request.Needed("outer_id")) is { StockAtStart: not null } product && Listings.HasVariants(product) == hasVariants ? product : null;
    }

    private string Quantity(Product product)
    {
        var (present, reserved) = run.StockNow(Channel.Taobao)[product.OfferId];
        return (present - reserved).ToString(CultureInfo.InvariantCulture);
    }
}
