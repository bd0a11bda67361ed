using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Mail;

/// <summary>A mail that was accepted, and by that as good as sent.</summary>
internal sealed record AcceptedMail(string Operation, DateTimeOffset At, JsonObject Message, IReadOnlyList<NamedWarning> Names)
{
    /// <value>Parcels on their way that it tells of.</value>
    public IReadOnlyList<NamedParcel> Parcels { get; init; } = [];

    /// <value>The answer was lost and nobody has asked since: the sender cannot know that it went out.</value>
    public bool Unknown { get; init; }
}

/// <summary>All mails by their operation. An operation is one mail, however often it is sent.</summary>
internal sealed class MailBox
{
    private readonly Dictionary<string, AcceptedMail> _mails = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<AcceptedMail> All => _mails.Values.OrderBy(mail => mail.At);

    public int Count => _mails.Count;

    public AcceptedMail? Find(string operation) => _mails.GetValueOrDefault(operation);

    public int AcceptedSince(DateTimeOffset instant) => _mails.Values.Count(mail => mail.At > instant);

    public void Apply(JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case Happened.MailAccepted:
                var message = entry.Data["message"]!.AsObject();
                _mails.TryAdd(Operation(entry), new AcceptedMail(Operation(entry), entry.At, message, WarningNames.Read(In(message, WarningNames.Header)))
                {
                    Parcels = ParcelNames.Read(In(message, ParcelNames.Header)),
                });
                break;
            case Happened.MailAnswerLost:
                _mails[Operation(entry)] = _mails[Operation(entry)] with { Unknown = true };
                break;
            case Happened.MailAskedFor:
                _mails[Operation(entry)] = _mails[Operation(entry)] with { Unknown = false };
                break;
            default:
                break;
        }
    }

    private static string Operation(JournalEntry entry) => entry.Data["operation"]!.GetValue<string>();

    /// <summary>Header names have no case.</summary>
    private static string? In(JsonObject message, string name) =>
        message["headers"] is not JsonObject headers
            ? null
            : headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();
}
