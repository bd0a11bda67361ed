using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook.Fuzz;

/// <summary>Spoils a message as senders, proxies and attackers do: bytes that change, and values that no field should have.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Nasty =
    [
        "null", "true", "false", "0", "-1", "1e999", "-0.0", "9007199254740993", "99999999999999999999999999", "1.5", "\"\"", "\" \"", "[]", "{}", "[[]]", "[null]",
        "\"\\ud800\"", "\"\\u0000\"", "\"'; DROP TABLE\"", "\"=cmd|' /C calc'!A0\"", "\"9999-12-31T23:59:59+14:00\"", "\"0001-01-01T00:00:00Z\"", "\"2026-02-30T25:61:00\"",
        "\"0002-01-01T00:00:00Z\"", "253402300800", "1772451482", "\"paid\"", "\"cancelled\"", "\"shipped\"", "\"completed\"", "\"order.deleted\"", "\"#1/..\\\\?%|=\"",
        "{\"amount\":\"1e30\",\"currency\":\"EUR\"}", "\"NaN\"", "\"Infinity\"", "\"\\u202e\\u0416\\ud83d\\ude00\"",
    ];

    public string Spoil(string body)
    {
        var text = random.Next(3) > 0 ? SpoilJson(body) : body;
        return text == body || random.Next(3) == 0 ? SpoilText(text) : text;
    }

    private string SpoilJson(string body)
    {
        var root = JsonNode.Parse(body)!;
        var marks = new Dictionary<string, string>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var places = Places(root).ToList();
            var place = places[random.Next(places.Count)];
            switch (random.Next(8))
            {
                case 0 when place.Parent is JsonObject parent:
                    parent.Remove(place.GetPropertyName());
                    break;
                case 1 when place.Parent is JsonArray list:
                    list.Add(place.DeepClone());
                    break;
                case 2 when place is JsonArray lines && lines.Count > 0:
                    for (var copies = random.Next(100); copies > 0; copies--)
                    {
                        lines.Add(lines[0]?.DeepClone());
                    }

                    break;
                case 3:
                    Replace(place, JsonValue.Create(new string((char)random.Next('!', 'Ā'), random.Next(10) == 0 ? random.Next(1, 3_000) : random.Next(1, 300))));
                    break;
                default:
                    var mark = $"@{marks.Count}@";
                    marks[$"\"{mark}\""] = Nasty[random.Next(Nasty.Length)];
                    Replace(place, JsonValue.Create(mark));
                    break;
            }
        }

        return marks.Aggregate(root.ToJsonString(new JsonSerializerOptions { WriteIndented = random.Next(2) == 0 }), (text, mark) => text.Replace(mark.Key, mark.Value, StringComparison.Ordinal));
    }

    private string SpoilText(string text)
    {
        var spoiled = new StringBuilder(text);
        for (var i = random.Next(1, 5); i > 0 && spoiled.Length > 0; i--)
        {
            var at = random.Next(spoiled.Length);
            switch (random.Next(6))
            {
                case 0:
                    spoiled[at] = (char)random.Next(1, 128);
                    break;
                case 1:
                    spoiled.Remove(at, Math.Min(random.Next(1, 40), spoiled.Length - at));
                    break;
                case 2:
                    spoiled.Insert(at, Nasty[random.Next(Nasty.Length)]);
                    break;
                case 3:
                    spoiled.Insert(at, spoiled.ToString(at, Math.Min(random.Next(1, 200), spoiled.Length - at)));
                    break;
                case 4:
                    spoiled.Insert(at, new string('[', random.Next(1, 300)));
                    break;
                default:
                    spoiled.Length = at;
                    break;
            }
        }

        return spoiled.ToString();
    }

    /// <summary>Every value but the whole.</summary>
    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        var children = node switch
        {
            JsonObject some => some.Select(pair => pair.Value).OfType<JsonNode>(),
            JsonArray list => list.OfType<JsonNode>(),
            _ => [],
        };
        return children.SelectMany(child => Places(child).Prepend(child));
    }

    private static void Replace(JsonNode place, JsonNode? instead)
    {
        if (place.Parent is JsonObject parent)
        {
            parent[place.GetPropertyName()] = instead;
        }
        else if (place.Parent is JsonArray list)
        {
            list[place.GetElementIndex()] = instead;
        }
    }
}
