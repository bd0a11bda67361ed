using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Ozon;

internal sealed record Answer(int Status, JsonNode Body)
{
    /// <value>Whole seconds of quiet asked for; null: none.</value>
    public int? RetryAfter { get; init; }

    /// <value>Whether nothing at all is written, as some methods answer that did as they were told.</value>
    public bool IsEmpty { get; init; }

    public static Answer Heard(bool inWords) => new(200, new JsonObject()) { IsEmpty = !inWords };

    public static Answer Ok(JsonNode body) => new(200, body);

    /// <summary>The envelope of every refusal.</summary>
    public static Answer Error(int status, int code, string message) =>
        new(status, new JsonObject { ["code"] = code, ["message"] = message, ["details"] = new JsonArray() });
}
