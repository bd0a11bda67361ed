using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.App;

/// <summary>What the app says of an order.</summary>
internal sealed record AppOrder
{
    public required string Order { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset? Taken { get; init; }

    public DateTimeOffset? Held { get; init; }

    public DateTimeOffset? Short { get; init; }

    public DateTimeOffset? Released { get; init; }

    public DateTimeOffset? Shipped { get; init; }

    public DateTimeOffset? Cancelled { get; init; }

    public DateTimeOffset? SetAside { get; init; }

    public string? SetAsideReason { get; init; }

    public DateTimeOffset? AcknowledgedUntil { get; init; }

    public static AppOrder Read(JsonElement json) => new()
    {
        Order = Text(json, "order") ?? "",
        State = Text(json, "state") ?? "",
        Taken = Instant(json, "taken"),
        Held = Instant(json, "held"),
        Short = Instant(json, "short"),
        Released = Instant(json, "released"),
        Shipped = Instant(json, "shipped"),
        Cancelled = Instant(json, "cancelled"),
        SetAside = Instant(json, "set_aside"),
        SetAsideReason = Text(json, "set_aside_reason"),
        AcknowledgedUntil = Instant(json, "acknowledged_until"),
    };

    public JsonObject ToJson() => new()
    {
        ["state"] = State,
        ["taken"] = Taken,
        ["held"] = Held,
        ["short"] = Short,
        ["released"] = Released,
        ["shipped"] = Shipped,
        ["cancelled"] = Cancelled,
        ["set_aside"] = SetAside,
        ["set_aside_reason"] = SetAsideReason,
        ["acknowledged_until"] = AcknowledgedUntil,
    };

    internal static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Instant(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.TryGetDateTimeOffset(out var at) ? at : null;
}

/// <param name="Shop">By the name that the app has for it.</param>
internal sealed record ToldOrder(string Shop, AppOrder Order)
{
    public static ToldOrder Read(JsonElement json) => new(AppOrder.Text(json, "shop") ?? "", AppOrder.Read(json));
}

/// <summary>One reading of the app's report.</summary>
internal sealed record AppReport(IReadOnlyList<ToldOrder> Orders, long Table, long Queue, long Blob, long Errors)
{
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
            Count(requests, "table"), Count(requests, "queue"), Count(requests, "blob"), Count(root, "errors"));
    }

    private static long Count(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.TryGetInt64(out var count) ? count : 0;
}
