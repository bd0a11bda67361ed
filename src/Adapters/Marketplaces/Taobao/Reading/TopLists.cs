using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Taobao.Reading;

/// <summary>Lists as the platform writes them: <c>{"orders":{"order":[...]}}</c>, or without the inner name for apps that asked for it.</summary>
internal static class TopLists
{
    /// <returns>No elements where the list is missing, empty or something else; a single object where a list was meant is one element.</returns>
    public static IReadOnlyList<JsonElement> List(this JsonElement element, string name, string inner) => element.Field(name) switch
    {
        { ValueKind: JsonValueKind.Array } => element.Items(name),
        { ValueKind: JsonValueKind.Object } wrapped => wrapped.Field(inner) switch
        {
            { ValueKind: JsonValueKind.Array } => wrapped.Items(inner),
            { ValueKind: JsonValueKind.Object } single => [single],
            _ => [],
        },
        _ => [],
    };
}
