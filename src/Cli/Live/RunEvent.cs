using System.Text.Json;

namespace ShipBy.Cli.Live;

/// <summary>One thing that happened in the sandbox, as its control interface tells it.</summary>
/// <param name="Kind">What happened; kinds we do not know are passed over.</param>
/// <param name="Order">The order's number where it concerns one.</param>
internal sealed record RunEvent(long Seq, DateTimeOffset At, string Kind, string? Order, JsonElement Data)
{
    public static RunEvent Read(JsonElement json) => new(
        json.GetProperty("seq").GetInt64(),
        json.GetProperty("at").GetDateTimeOffset(),
        json.GetProperty("kind").GetString() ?? "",
        json.TryGetProperty("order", out var order) ? order.GetString() : null,
        json.Clone());

    public DateTimeOffset? Instant(string name) =>
        Data.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.TryGetDateTimeOffset(out var at) ? at : null;

    public bool Has(string name) => Data.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    public long? Number(string name) =>
        Data.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
