using System.Text.Json.Nodes;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Webhook;

/// <summary>Numbers of free units, product by product: one that is wrong holds up no other.</summary>
internal sealed class ToldStock(SandboxRun run)
{
    /// <exception cref="RefusedException">There are no items.</exception>
    public JsonObject Set(JsonObject data)
    {
        var items = data.Objects("items");
        return items.Count == 0
            ? throw RefusedException.BadRequest("data.items is empty")
            : new JsonObject { ["results"] = new JsonArray(items.Select(item => (JsonNode)One(item)).ToArray()) };
    }

    private JsonObject One(JsonObject item)
    {
        var (sku, available) = (item.Text("sku"), item.Number("available"));
        var answer = new JsonObject { ["sku"] = sku };
        if (!run.Stock.Products.TryGetValue(sku, out var product) || product.StockAtStart is null)
        {
            answer["error"] = "unknown product";
        }
        else if (available is null or < 0)
        {
            answer["error"] = "available is no number of units";
        }
        else
        {
            run.TakeStock(Channel.Webhook, product, available.Value);
        }

        return answer;
    }
}
