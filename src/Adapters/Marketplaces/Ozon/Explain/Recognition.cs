using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Which shape a payload has, and which of its fields that shape does not have.</summary>
/// <param name="Unknown">Paths, each once, in order of appearance.</param>
internal sealed record Recognition(Shape Shape, IReadOnlyList<string> Unknown, int Known)
{
    /// <returns>Null when no shape's marks fit.</returns>
    public static Recognition? Of(JsonElement payload)
    {
        var view = ViewOf(payload);
        return Shapes.All
            .Where(shape => shape.AllMarks.All(mark => mark.Fits(view.Fields)))
            .Select(shape => Compare(view, shape))
            .OrderByDescending(match => match.Known - match.Unknown.Count)
            .FirstOrDefault();
    }

    /// <summary>The fields, without the wrapper where <c>result</c> wraps an object. What stands beside the wrapper stays.</summary>
    private static View ViewOf(JsonElement payload)
    {
        var wrapped = payload.Field("result") is { ValueKind: JsonValueKind.Object } result ? result : default;
        var inner = WireFields.Names(wrapped).Distinct().ToDictionary(name => name, name => wrapped.Field(name), StringComparer.Ordinal);
        var fields = new Dictionary<string, JsonElement>(inner, StringComparer.Ordinal);
        foreach (var name in WireFields.Names(payload).Where(name => name is not "result" || !wrapped.IsThere()))
            fields.TryAdd(name, payload.Field(name));

        return new View(fields, inner.Keys.ToHashSet(StringComparer.Ordinal));
    }

    private static Recognition Compare(View view, Shape shape)
    {
        var (known, unknown) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var (name, value) in view.Fields)
            Walk(value, shape.Tree[name], view.Wrapped.Contains(name) ? $"result.{name}" : name, known, unknown);

        return new Recognition(shape, [.. unknown.Distinct()], known.Count);
    }

    private static void Walk(JsonElement element, FieldTree? tree, string path, HashSet<string> known, List<string> unknown)
    {
        if (tree is null)
        {
            unknown.Add(path);
            return;
        }

        known.Add(path);
        if (tree.IsOpen)
            return;

        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Walk(item, tree, path.EndsWith("[]", StringComparison.Ordinal) ? path : path + "[]", known, unknown);
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (var name in WireFields.Names(element))
                Walk(element.Field(name), tree[name], $"{path}.{name}", known, unknown);
        }
    }

    private sealed record View(IReadOnlyDictionary<string, JsonElement> Fields, IReadOnlySet<string> Wrapped);
}
