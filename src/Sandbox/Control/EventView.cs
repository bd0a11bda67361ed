using System.Text.Json.Nodes;
using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Control;

/// <summary>How an entry of the journal is shown to whoever watches.</summary>
internal static class EventView
{
    public static bool IsShown(JournalEntry entry) => entry.Kind is not (Happened.AppOrder or Happened.AppTotals);

    public static JsonObject Of(JournalEntry entry)
    {
        if (entry.Kind != Happened.MailAccepted)
        {
            return entry.ToJson();
        }

        var message = entry.Data["message"]!;
        var names = (message["headers"] as JsonObject)?.FirstOrDefault(header => header.Key.Equals(WarningNames.Header, StringComparison.OrdinalIgnoreCase)).Value;
        return new JournalEntry(entry.Seq, entry.At, entry.Kind, null, new JsonObject
        {
            ["operation"] = entry.Data["operation"]!.GetValue<string>(),
            ["subject"] = message["content"]?["subject"]?.ToString(),
            ["warnings"] = Names(WarningNames.Read(names?.ToString())),
        }).ToJson();
    }

    public static JsonArray Names(IEnumerable<NamedWarning> names) =>
        new(names.Select(name => (JsonNode)new JsonObject { ["order"] = name.Order, ["rung"] = name.Rung, ["deadline"] = name.Deadline }).ToArray());
}
