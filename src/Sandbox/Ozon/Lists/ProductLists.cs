using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Ozon.Lists;

/// <summary>The products, and two ways to read their stock.</summary>
internal sealed class ProductLists(SandboxRun run)
{
    private const int MostPerPage = 1000;

    public Answer Stocks(JsonObject request)
    {
        var filter = request.Part("filter");
        var (offers, ids) = (filter.Texts("offer_id").ToHashSet(), filter.Texts("product_id").ToHashSet());
        var stock = run.StockNow(Channel.Ozon);
        var asked = run.Source.Products.Where(product =>
            stock.ContainsKey(product.OfferId)
            && (offers.Count == 0 || offers.Contains(product.OfferId))
            && (ids.Count == 0 || ids.Contains(Id(product)))).ToArray();
        var (page, cursor, _) = Page(asked, request, "cursor");
        return Answer.Ok(new JsonObject
        {
            ["items"] = new JsonArray(page.Select(product => (JsonNode)new JsonObject
            {
                ["product_id"] = product.ProductId,
                ["offer_id"] = product.OfferId,
                ["stocks"] = new JsonArray(new JsonObject
                {
                    ["type"] = "fbs",
                    ["present"] = stock[product.OfferId].Present,
                    ["reserved"] = stock[product.OfferId].Reserved,
                    ["sku"] = product.Sku,
                    ["shipment_type"] = "SHIPMENT_TYPE_GENERAL",
                }),
            }).ToArray()),
            ["cursor"] = cursor,
            ["total"] = asked.Length,
            ["total_items"] = asked.Length,
        });
    }

    public Answer StocksByWarehouse(JsonObject request)
    {
        var (offers, skus) = (request.Texts("offer_id").ToHashSet(), request.Texts("sku").ToHashSet());
        if (offers.Count == 0 && skus.Count == 0)
        {
            throw RefusedException.BadRequest("invalid Request: offer_id or sku must be specified");
        }

        var stock = run.StockNow(Channel.Ozon);
        var asked = run.Source.Products.Where(product =>
            stock.ContainsKey(product.OfferId)
            && (skus.Count > 0 ? skus.Contains(product.Sku.ToString(System.Globalization.CultureInfo.InvariantCulture)) : offers.Contains(product.OfferId))).ToArray();
        var (page, cursor, more) = Page(asked, request, "cursor");
        return Answer.Ok(new JsonObject
        {
            ["products"] = new JsonArray(page.Select(product => (JsonNode)new JsonObject
            {
                ["offer_id"] = product.OfferId,
                ["product_id"] = product.ProductId,
                ["sku"] = product.Sku,
                ["warehouse_id"] = StockBook.Warehouse,
                ["warehouse_name"] = "Основной склад",
                ["present"] = stock[product.OfferId].Present,
                ["reserved"] = stock[product.OfferId].Reserved,
                ["free_stock"] = stock[product.OfferId].Present - stock[product.OfferId].Reserved,
            }).ToArray()),
            ["cursor"] = cursor,
            ["has_next"] = more,
        });
    }

    public Answer Products(JsonObject request)
    {
        var filter = request.Part("filter");
        var (offers, ids) = (filter.Texts("offer_id").ToHashSet(), filter.Texts("product_id").ToHashSet());
        var asked = run.Source.Products
            .Where(product => (offers.Count == 0 || offers.Contains(product.OfferId)) && (ids.Count == 0 || ids.Contains(Id(product)))).ToArray();
        var (page, last, _) = Page(asked, request, "last_id");
        return Answer.Ok(new JsonObject
        {
            ["result"] = new JsonObject
            {
                ["items"] = new JsonArray(page.Select(product => (JsonNode)new JsonObject
                {
                    ["product_id"] = product.ProductId,
                    ["offer_id"] = product.OfferId,
                    ["sku"] = product.Sku,
                    ["has_fbs_stocks"] = product.StockAtStart is not null,
                    ["has_fbo_stocks"] = false,
                    ["archived"] = false,
                    ["is_discounted"] = false,
                    ["quants"] = new JsonArray(),
                }).ToArray()),
                ["last_id"] = last,
                ["total"] = asked.Length,
                ["total_items"] = asked.Length,
            },
        });
    }

    private static string Id(Product product) => product.ProductId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Both kinds of cursor are the product id that the page before ended with.</summary>
    private static (Product[] Page, string Cursor, bool More) Page(Product[] products, JsonObject request, string cursorName)
    {
        var limit = request.Number("limit") ?? MostPerPage;
        if (limit is < 1 or > MostPerPage)
        {
            throw RefusedException.BadRequest($"invalid Request.Limit: value must be inside range [1, {MostPerPage}]");
        }

        var after = long.TryParse(request.Text(cursorName), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0;
        var left = products.Where(product => product.ProductId > after).ToArray();
        var page = left.Take((int)limit).ToArray();
        return (page, page is [.., var last] ? Id(last) : "", left.Length > page.Length);
    }
}
