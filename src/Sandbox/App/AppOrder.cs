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
