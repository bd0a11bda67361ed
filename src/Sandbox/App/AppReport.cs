using System.Text.Json;

namespace ShipBy.Sandbox.App;

/// <summary>One reading of the app's report.</summary>
internal sealed record AppReport(IReadOnlyList<ToldOrder> Orders, long Table, long Queue, long Blob, long Errors)
{
    /// <value>Free units by product, over all pools; empty where the report does not say.</value>
    public IReadOnlyDictionary<string, long> Available { get; init; } = new Dictionary<string, long>();

    /// <exception cref="JsonException">The answer is no report.</exception>
    public static AppReport Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("orders", out var orders) || orders.ValueKind is not JsonValueKind.Array)
        {
            throw new JsonException("The app's report has no list of orders.");
        }

        var requests = root.TryGetProperty("storage_requests", out var counted) ? counted : default;
        return new AppReport(
            orders.EnumerateArray().Select(ToldOrder.Read).ToArray(),
            Count(requests, "table"), Count(requests, "queue"), Count(requests, "blob"), Count(root, "errors"))
        {
            Available = root.TryGetProperty("stock", out var stock) && stock.ValueKind is JsonValueKind.Array ? Units(stock) : new Dictionary<string, long>(),
        };
    }

    private static Dictionary<string, long> Units(JsonElement stock) => stock.EnumerateArray()
        .GroupBy(product => AppOrder.Text(product, "sku") ?? "", StringComparer.Ordinal)
        .ToDictionary(product => product.Key, product => product.Sum(one => Count(one, "available")), StringComparer.Ordinal);

    private static long Count(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.TryGetInt64(out var count) ? count : 0;
}
