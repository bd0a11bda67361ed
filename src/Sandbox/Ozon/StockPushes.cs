using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Ozon;

/// <summary>Pushes of free stock. The answer is 200 however many items failed.</summary>
internal sealed class StockPushes(SandboxRun run)
{
    private const int MostPerPush = 100;
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

    private JsonObject One(JsonObject item)
    {
        var (offer, id, stock) = (item.Text("offer_id"), item.Number("product_id"), item.Number("stock") ?? 0);
        var product = run.Source.Products.FirstOrDefault(one => offer is not "" ? one.OfferId == offer : one.ProductId == id);
        var fault = Fault(product, item.Number("warehouse_id")!.Value, stock);
        if (fault is null)
        {
            run.TakeStock(Channel.Ozon, product!, stock);
        }

        return new JsonObject
        {
            ["warehouse_id"] = item.Number("warehouse_id"),
            ["product_id"] = product?.ProductId ?? id ?? 0,
            ["offer_id"] = product?.OfferId ?? offer,
            ["updated"] = fault is null,
            ["errors"] = fault is { } error ? new JsonArray(new JsonObject { ["code"] = error.Code, ["message"] = error.Message }) : new JsonArray(),
        };
    }

    private (string Code, string Message)? Fault(Product? product, long warehouse, long stock) =>
        product?.StockAtStart is null ? ("NOT_FOUND_ERROR", "Product not found")
        : warehouse != StockBook.Warehouse ? ("WAREHOUSE_NOT_FOUND", "Warehouse not found")
        : stock >= TooBig ? ("STOCK_TOO_BIG", "Stock is too big")
        : stock < 0 ? ("INVALID_STOCK", "Stock must not be negative")
        : run.Clock.WallNow - run.Stock.LastPush(Channel.Ozon, product.OfferId) < PairPause ? ("TOO_MANY_REQUESTS", "Stock is updated too frequently")
        : null;
}
