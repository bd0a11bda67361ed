using System.Text;
using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Taobao.Explain;
using ShipBy.Adapters.Marketplaces.Webhook.Explain;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Says of any payload of a marketplace, or of a shop's webhook, what it is and what ShipBy makes of it. Reads it with the very code that reads the marketplace.</summary>
public static class PayloadReader
{
    /// <param name="json">The text of a file. Anything: what is no payload becomes a problem, never an exception.</param>
    public static PayloadReading Read(string json)
    {
        var text = json.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
            return Nothing("The file is empty: save the answer again.");

        try
        {
            // By way of bytes, because half a character in the text would throw.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return Nothing(BrokenText.ProblemOf(text, broken));
        }
    }

    private static PayloadReading Read(JsonElement payload)
    {
        if (payload.ValueKind is JsonValueKind.Array && payload.GetArrayLength() > 0)
            return ReadEach(payload);

        if (payload.ValueKind is not JsonValueKind.Object)
            return Nothing("The file holds no object: save the whole answer, from its first brace to its last.");

        if (TaobaoTelling.Tell(payload) is { } taobao)
            return taobao;

        if (WebhookTelling.Tell(payload) is { } shops)
            return shops;

        if (Recognition.Of(payload) is { } match)
        {
            var told = Tellings.Tell(match.Shape, payload);
            return new PayloadReading(match.Shape.Kind, told.Lines, match.Unknown, told.Problems);
        }

        return IsEmpty(payload)
            ? new PayloadReading("empty answer", ["It holds nothing: an empty list, or a change that was taken."], [], [])
            : new PayloadReading(
                "unknown payload",
                [],
                [.. WireFields.Names(payload).Distinct()],
                [$"No kind of payload has these fields: {string.Join(", ", WireFields.Names(payload).Distinct().Take(10))}. Check that the file is an answer or a push message of the marketplace; if it is, report the kind so that ShipBy learns it."]);
    }

    /// <summary>A list of payloads, such as pushes that somebody collected.</summary>
    private static PayloadReading ReadEach(JsonElement list)
    {
        var read = list.EnumerateArray().Select(Read).ToList();
        return new PayloadReading(
            $"list of {read.Count}: {string.Join(", ", read.Select(one => one.Kind).Distinct())}",
            [.. read.SelectMany((one, i) => one.Lines.Select(line => $"[{i}] {line}"))],
            [.. read.SelectMany(one => one.UnknownFields.Select(path => $"[].{path}")).Distinct()],
            [.. read.SelectMany((one, i) => one.Problems.Select(problem => $"[{i}] {problem}"))]);
    }

    /// <summary>"Nothing" comes as <c>{}</c>, or as a <c>result</c> and lists with nothing in them.</summary>
    private static bool IsEmpty(JsonElement payload) => WireFields.Names(payload).All(name => payload.Field(name) switch
    {
        { ValueKind: JsonValueKind.Null } => true,
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() == 0,
        { ValueKind: JsonValueKind.Object } inner => name is "result" && IsEmpty(inner),
        _ => name is "has_next" or "cursor" or "count" or "total" or "last_id" or "total_items",
    });

    private static PayloadReading Nothing(string problem) => new("not a payload", [], [], [problem]);
}
