using System.Globalization;
using System.Text.Json;

namespace ShipBy.Adapters.Marketplaces.Wire;

/// <summary>Looks into an answer without ever throwing: the same idea comes as text, number, <c>null</c>, <c>""</c> or not at all.</summary>
internal static class WireFields
{
    /// <summary>The field's value; undefined when the field is missing, null, or <paramref name="element"/> is no object.</summary>
    public static JsonElement Field(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
                ? value
                : default;
        }
        catch (InvalidOperationException)
        {
            return default;     // a name beside it holds half a surrogate pair and cannot be compared
        }
    }

    /// <summary>The names of an object's fields, as far as they are text.</summary>
    public static IEnumerable<string> Names(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            yield break;

        foreach (var field in element.EnumerateObject())
        {
            if (NameOf(field) is { } name)
                yield return name;
        }
    }

    private static string? NameOf(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            return null;        // half a surrogate pair: legal JSON, but no name
        }
    }

    public static bool IsThere(this JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Text or number as trimmed text; null when there is none or it is blank.</summary>
    public static string? Text(this JsonElement element)
    {
        try
        {
            var text = element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Number => element.GetRawText(),
                _ => null,
            };

            return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        }
        catch (InvalidOperationException)
        {
            return null;    // half a surrogate pair: legal JSON, but no text
        }
    }

    public static string? Text(this JsonElement element, string name) => element.Field(name).Text();

    /// <summary>A whole number written as number or text, also as <c>2.0</c>; null for anything else.</summary>
    public static long? Whole(this JsonElement element) =>
        decimal.TryParse(element.Text(), Decimals, CultureInfo.InvariantCulture, out var value)
        && decimal.Truncate(value) == value && value is >= long.MinValue and <= long.MaxValue
            ? (long)value
            : null;

    public static long? Whole(this JsonElement element, string name) => element.Field(name).Whole();

    /// <summary>A truth value written as such, as text or as 1 and 0; null for anything else.</summary>
    public static bool? Flag(this JsonElement element, string name) => element.Field(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        var other => other.Text()?.ToUpperInvariant() switch
        {
            "TRUE" or "1" => true,
            "FALSE" or "0" => false,
            _ => null,
        },
    };

    /// <summary>The elements of an array; none when it is missing, null or something else.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <value>No thousands separator: in <c>1530,00</c> it would turn kopecks into roubles.</value>
    public const NumberStyles Decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
}
