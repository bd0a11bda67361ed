using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>One condition that tells kinds of payload apart.</summary>
/// <remarks>
/// Written as <c>a.b</c> (there is one; lists are looked into), <c>!a.b</c> (there is none), <c>a=TEXT</c> (with this very value) or <c>a:kind</c>
/// (<c>text</c>, <c>flag</c>, <c>texts</c> for a list of texts, <c>list</c>, <c>object</c>).
/// </remarks>
internal sealed record Mark(string[] Path, bool Absent, string? Value, string? Form)
{
    public static Mark Parse(string notation)
    {
        var path = notation.TrimStart('!').Split('=', ':')[0];
        var rest = notation.TrimStart('!')[path.Length..];
        return new Mark(
            path.Split('.'), notation[0] is '!', rest.StartsWith('=') ? rest[1..] : null, rest.StartsWith(':') ? rest[1..] : null);
    }

    public bool Fits(IReadOnlyDictionary<string, JsonElement> fields) =>
        fields.TryGetValue(Path[0], out var first) && Reach(first, 1).Any(IsMeant) != Absent || (Absent && !fields.ContainsKey(Path[0]));

    private IEnumerable<JsonElement> Reach(JsonElement element, int depth)
    {
        if (depth == Path.Length)
            return [element];

        IEnumerable<JsonElement> objects = element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : [element];
        return objects
            .Where(one => one.ValueKind is JsonValueKind.Object && WireFields.Names(one).Contains(Path[depth]))
            .SelectMany(one => Reach(one.Field(Path[depth]), depth + 1));
    }

    private bool IsMeant(JsonElement element) => Value is not null
        ? element.Text() == Value
        : Form switch
        {
            null => true,
            "text" => element.ValueKind is JsonValueKind.String,
            "flag" => element.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "object" => element.ValueKind is JsonValueKind.Object,
            "list" => element.ValueKind is JsonValueKind.Array,
            "texts" => element.ValueKind is JsonValueKind.Array && element.GetArrayLength() > 0
                && element.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String),
            _ => throw new FormatException($"'{Form}' is no form of a value."),
        };
}
