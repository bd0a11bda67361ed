using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Webhook;

/// <summary>What the shop has taken from the app, by the id of the message: a repetition is answered as the first was, and does nothing.</summary>
internal sealed class ToldBook
{
    private readonly Dictionary<string, JsonNode> _answers = new(StringComparer.Ordinal);

    /// <returns>Null where no such message was taken.</returns>
    public JsonNode? AnswerTo(string id) => _answers.GetValueOrDefault(id);

    public void Apply(JournalEntry entry)
    {
        if (entry.Kind == Happened.Told)
        {
            _answers[entry.Data["message"]!.GetValue<string>()] = entry.Data["answer"]!;
        }
    }
}
