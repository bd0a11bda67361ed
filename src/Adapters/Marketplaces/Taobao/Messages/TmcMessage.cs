using System.Text;
using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Taobao.Messages;

/// <summary>One message of the platform. Its content is a text that holds an object; of that only the trade's number counts, since the trade is read back.</summary>
/// <param name="Trade">Null where it speaks of none.</param>
internal sealed record TmcMessage(string Id, string? Topic, string? Trade)
{
    /// <returns>Null without a number of its own: it could not be confirmed.</returns>
    public static TmcMessage? Read(JsonElement message) =>
        message.Text("id") is { } id ? new TmcMessage(id, message.Text("topic"), TradeOf(ContentOf(message))) : null;

    private static string? TradeOf(JsonElement content) => content.Text("tid") is { } tid && tid.All(char.IsAsciiDigit) ? tid : null;

    /// <summary>Also where it comes as the object itself.</summary>
    private static JsonElement ContentOf(JsonElement message)
    {
        if (message.Field("content") is { ValueKind: JsonValueKind.Object } content)
            return content;

        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(message.Text("content") ?? "null"));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
