using System.Text.Json;

namespace ShipBy.Cli.Live;

/// <summary>One thing that happened in the sandbox, as its control interface tells it.</summary>
/// <param name="Kind">What happened; kinds we do not know are passed over.</param>
/// <param name="Order">The order's number where it concerns one.</param>
/// <param name="Limit">The order's deadline where the event sets one.</param>
/// <param name="Warnings">Order and rung of each warning that a mail names.</param>
internal sealed record RunEvent(long Seq, string Kind, string? Order, DateTimeOffset? Limit, IReadOnlyList<(string Order, string Rung)> Warnings)
{
    public static RunEvent Read(JsonElement json) => new(
        json.GetProperty("seq").GetInt64(),
        json.GetProperty("kind").GetString() ?? "",
        json.TryGetProperty("order", out var order) ? order.GetString() : null,
        json.TryGetProperty("limit", out var limit) && limit.ValueKind is JsonValueKind.String ? limit.GetDateTimeOffset() : null,
        json.TryGetProperty("warnings", out var warnings) ? [.. warnings.EnumerateArray().Select(Pair)] : []);

    private static (string Order, string Rung) Pair(JsonElement json) =>
        (json.GetProperty("order").GetString() ?? "", json.GetProperty("rung").GetString() ?? "");
}
