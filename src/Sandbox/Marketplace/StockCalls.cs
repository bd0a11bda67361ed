using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Marketplace;

/// <summary>Pushes of free stock, and the three ways to read it back.</summary>
internal sealed class StockCalls(SandboxRun run)
{
    private const int MostPerPush = 100;
    private const int MostPerPage = 1000;
    private const long TooBig = 1_000_000;

    private static readonly TimeSpan PairPause = TimeSpan.FromSeconds(30);

    public Answer Push(JsonObject request)
    {
        var items = request.Objects("stocks");
        if (items.Count is 0 or > MostPerPush)
        {
            throw RefusedException.BadRequest($"invalid Request.Stocks: value must contain between 1 and {MostPerPush} items, inclusive");
        }

        if (items.Any(item => item.Number("warehouse_id") is null or 0))
        {
            throw RefusedException.BadRequest("invalid Request.Stocks[0]: embedded message failed validation | caused by: invalid WarehouseId");
        }

        return Answer.Ok(new JsonObject { ["result"] = new JsonArray(items.Select(item => (JsonNode)One(item)).ToArray()) });
    }

    public Answer Infos(JsonObject request)
    {
        var filter = request.Part("filter");
        var (offers, ids) = (filter.Texts("offer_id").ToHashSet(), filter.Texts("product_id").ToHashSet());
        var stock = Counted();
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
                    ["type"] = "fbs", ["present"] = stock[product.OfferId].Present, ["reserved"] = stock[product.OfferId].Reserved,
                    ["sku"] = product.Sku, ["shipment_type"] = "SHIPMENT_TYPE_GENERAL",
                }),
            }).ToArray()),
            ["cursor"] = cursor,
            ["total"] = asked.Length,
            ["total_items"] = asked.Length,
        });
    }

    public Answer ByWarehouse(JsonObject request)
    {
        var (offers, skus) = (request.Texts("offer_id").ToHashSet(), request.Texts("sku").ToHashSet());
        if (offers.Count == 0 && skus.Count == 0)
        {
            throw RefusedException.BadRequest("invalid Request: offer_id or sku must be specified");
        }

        var stock = Counted();
        var asked = run.Source.Products.Where(product =>
            stock.ContainsKey(product.OfferId)
            && (skus.Count > 0 ? skus.Contains(product.Sku.ToString(System.Globalization.CultureInfo.InvariantCulture)) : offers.Contains(product.OfferId))).ToArray();
        var (page, cursor, more) = Page(asked, request, "cursor");
        return Answer.Ok(new JsonObject
        {
            ["products"] = new JsonArray(page.Select(product => (JsonNode)new JsonObject
            {
                ["offer_id"] = product.OfferId, ["product_id"] = product.ProductId, ["sku"] = product.Sku,
                ["warehouse_id"] = StockBook.Warehouse, ["warehouse_name"] = "Основной склад",
                ["present"] = stock[product.OfferId].Present, ["reserved"] = stock[product.OfferId].Reserved,
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
                    ["product_id"] = product.ProductId, ["offer_id"] = product.OfferId, ["sku"] = product.Sku,
                    ["has_fbs_stocks"] = product.StockAtStart is not null, ["has_fbo_stocks"] = false, ["archived"] = false,
                    ["is_discounted"] = false, ["quants"] = new JsonArray(),
                }).ToArray()),
                ["last_id"] = last,
                ["total"] = asked.Length,
                ["total_items"] = asked.Length,
            },
        });
    }

    private IReadOnlyDictionary<string, (long Present, long Reserved)> Counted() =>
        run.Stock.Count(run.Appeared().Select(order => (order, run.StateOf(order))));

    private JsonObject One(JsonObject item)
    {
        var (offer, id, stock) = (item.Text("offer_id"), item.Number("product_id"), item.Number("stock") ?? 0);
        var product = run.Source.Products.FirstOrDefault(one => offer is not "" ? one.OfferId == offer : one.ProductId == id);
        var fault = Fault(product, item.Number("warehouse_id")!.Value, stock);
        if (fault is null)
        {
            var reserved = Counted().GetValueOrDefault(product!.OfferId).Reserved;
            run.Record(Happened.StockPushed, data: new JsonObject { ["offer_id"] = product.OfferId, ["stock"] = stock, ["present"] = stock + reserved });
        }

        return new JsonObject
        {
            ["warehouse_id"] = item.Number("warehouse_id"), ["product_id"] = product?.ProductId ?? id ?? 0, ["offer_id"] = product?.OfferId ?? offer,
            ["updated"] = fault is null,
            ["errors"] = fault is { } error ? new JsonArray(new JsonObject { ["code"] = error.Code, ["message"] = error.Message }) : new JsonArray(),
        };
    }

    private (string Code, string Message)? Fault(Product? product, long warehouse, long stock) =>
        product?.StockAtStart is null ? ("NOT_FOUND_ERROR", "Product not found")
        : warehouse != StockBook.Warehouse ? ("WAREHOUSE_NOT_FOUND", "Warehouse not found")
        : stock >= TooBig ? ("STOCK_TOO_BIG", "Stock is too big")
        : stock < 0 ? ("INVALID_STOCK", "Stock must not be negative")
        : run.Clock.WallNow - run.Stock.LastPush(product.OfferId) < PairPause ? ("TOO_MANY_REQUESTS", "Stock is updated too frequently")
        : null;

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
