using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Ozon;

/// <summary>Reads requests as the gateway does: unknown fields are ignored, wrong types are refused.</summary>
internal static class Wire
{
    /// <exception cref="RefusedException">The text is no JSON object.</exception>
    public static JsonObject Body(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw RefusedException.Syntax("unexpected token " + text.AsSpan().Trim()[..1].ToString());
        }
        catch (JsonException)
        {
            throw RefusedException.Syntax("unexpected end of input");
        }
    }

    /// <returns>An empty object where it is missing or null.</returns>
    public static JsonObject Part(this JsonObject json, string name) => json[name] switch
    {
        null => [],
        JsonObject part => part,
        JsonArray => throw RefusedException.Syntax("unexpected token ["),
        _ => throw RefusedException.Syntax($"{name} is no object"),
    };

    public static string Text(this JsonObject json, string name) => json[name] switch
    {
        null => "",
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        _ => throw RefusedException.Syntax($"invalid value for string type: {name}"),
    };

    /// <returns>Null where it is missing; numbers may come as text.</returns>
    public static long? Number(this JsonObject json, string name) => json[name] is { } value ? Number(value, name) : null;

    public static bool Flag(this JsonObject json, string name) => json[name] switch
    {
        null => false,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw RefusedException.Syntax($"invalid value for bool type: {name}"),
    };

    public static DateTimeOffset? Instant(this JsonObject json, string name)
    {
        var text = json.Text(name);
        return text is "" ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant
            : throw RefusedException.Syntax($"invalid google.protobuf.Timestamp value \"{text}\"");
    }

    public static IReadOnlyList<JsonNode> List(this JsonObject json, string name) => json[name] switch
    {
        null => [],
        JsonArray list => list.Where(item => item is not null).Select(item => item!).ToArray(),
        _ => throw RefusedException.Syntax($"{name} is no array"),
    };

    public static IReadOnlyList<string> Texts(this JsonObject json, string name) => json.List(name).Select(item => item.ToString()).ToArray();

    public static IReadOnlyList<JsonObject> Objects(this JsonObject json, string name) =>
        json.List(name).Select(item => item as JsonObject ?? throw RefusedException.Syntax($"{name} holds something that is no object")).ToArray();

    private static long Number(JsonNode node, string name) =>
        node is JsonValue value && node.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
        && long.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw RefusedException.Syntax($"invalid value for int64 type: {name}");
}
