using System.Globalization;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat.Webhook;

/// <summary>Any receiver of Standard Webhooks 1.0 (standardwebhooks.com): an automation service, or a few lines in front of an SMS provider (<c>docs/sms.md</c>).</summary>
/// <remarks>
/// <c>webhook-id</c> is the notice's own id and the same in every attempt: by the standard a receiver drops what it has had under it, so that a notice whose fate nobody
/// knows is sent again. 2xx is success whatever the body says; 410 means that nobody wants it any more; 429 asks for a pause.
/// The body bears no time of its own: an attempt's is in <c>webhook-timestamp</c>, and a letter says in words when it was written.
/// </remarks>
internal sealed class SignedWebhook(ChatOptions chat) : IChatVendor
{
    public static readonly ChatKind Kind = new(
        "webhook", 4096, 15_000, ChatUnit.Characters, PerMinute: 20, Pause: TimeSpan.FromMinutes(1), FlawsOf, chat => new SignedWebhook(chat));

    private readonly byte[] _key = WebhookSignature.KeyOf(chat.Secret) ?? throw new ArgumentException("The secret is no key.", nameof(chat));

    public bool DropsDoubles => true;

    public ChatRequest Write(Guid id, Letter letter, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = ChatRequest.Json(new
        {
            type = "shipby.alert",
            data = new { subject = letter.Subject, text = ChatText.Cut(letter, chat.Longest, Kind.Unit), link = ChatText.LinkOf(letter) },
        });
        return new ChatRequest(new SecretAddress(new Uri(chat.Url), "/{address}"), body,
        [
            new("webhook-id", id.ToString("D")),
            new("webhook-timestamp", timestamp),
            new("webhook-signature", WebhookSignature.Of(_key, id.ToString("D"), timestamp, body)),
        ]);
    }

    public Delivery Read(ChatAnswer answer) => answer.Status switch
    {
        >= 200 and < 300 => new Delivery.Accepted(),
        401 or 403 => ChatVerdict.Refused(chat, $"the receiver answered {answer.Status}: it does not accept the signature; check {chat.Setting("Secret")} on both sides, and both clocks."),
        410 => ChatVerdict.Refused(chat, $"the receiver answered 410: it wants no more of these; set {chat.Setting("Url")} anew or remove this chat."),
        413 => ChatVerdict.Refused(chat, $"the receiver answered 413: the text is too long; lower {chat.Setting("Longest")}."),
        _ => ChatVerdict.OfStatus(answer, chat) ?? ChatVerdict.Refused(chat, $"the receiver answered {answer.Status}; check {chat.Setting("Url")}, and the receiver's own log."),
    };

    private static IEnumerable<string> FlawsOf(ChatOptions chat)
    {
        if (chat.Url.Length == 0)
        {
            yield return $"{chat.Setting("Url")} is missing: name the receiver's https address.";
        }

        if (WebhookSignature.KeyOf(chat.Secret) is null)
        {
            yield return $"{chat.Setting("Secret")} is no key of Standard Webhooks: whsec_ and 24 to 64 random bytes in base64, the same at the receiver.";
        }
    }
}
