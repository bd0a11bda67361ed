using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Webhook.Mapping;

/// <summary>Where a value stands in a message: names parted by dots, from the order or the line that is being read; from the message's beginning after a slash.</summary>
/// <param name="IsFromTop">Whether it is written with a slash.</param>
/// <param name="Names">None: the whole.</param>
internal sealed record FieldPath(string Text, bool IsFromTop, IReadOnlyList<string> Names)
{
    /// <returns>Null where it is no path.</returns>
    public static FieldPath? Parse(string text)
    {
        var names = text is "." or "/" ? [] : text.TrimStart('/').Split('.');
        return text.Length > 0 && names.All(name => name.Length > 0) ? new FieldPath(text, text[0] is '/', names) : null;
    }

    /// <returns>Undefined where there is nothing, or null.</returns>
    public JsonElement In(JsonElement top, JsonElement here) => Names.Aggregate(IsFromTop ? top : here, (element, name) => element.Field(name));
}
