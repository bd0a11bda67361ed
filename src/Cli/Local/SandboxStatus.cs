using System.Text.Json;

namespace ShipBy.Cli.Local;

/// <summary>How the sandbox's run stands.</summary>
/// <param name="Scale">Wall time per marketplace time: 1/1440 plays a marketplace day in a minute.</param>
/// <param name="End">Nominal end; null: it has none.</param>
internal sealed record SandboxStatus(double Scale, DateTimeOffset Start, DateTimeOffset? End, bool Finished)
{
    public static SandboxStatus Read(JsonElement json) => new(
        json.GetProperty("scale").GetDouble(),
        json.GetProperty("start").GetDateTimeOffset(),
        json.TryGetProperty("end", out var end) && end.ValueKind is JsonValueKind.String ? end.GetDateTimeOffset() : null,
        json.GetProperty("finished").GetBoolean());
}
