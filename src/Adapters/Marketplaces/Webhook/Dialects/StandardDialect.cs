using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ShipBy.Adapters.Webhooks;

namespace ShipBy.Adapters.Marketplaces.Webhook.Dialects;

/// <summary>Standard Webhooks 1.0 (standardwebhooks.com). Some senders write <c>svix-</c> before the header names, as they did before the standard.</summary>
internal sealed class StandardDialect : IDialect
{
    public string Name => "standard";

    public string SecretForm => "a key of Standard Webhooks: whsec_ and 24 to 64 random bytes in base64";

    public byte[]? KeyOf(string secret) => WebhookSignature.KeyOf(secret);

    public Proof Prove(IHeaderDictionary headers, ReadOnlySpan<byte> body, SigningKeys keys, Instant now)
    {
        var (id, timestamp) = (DeliveryOf(headers), Header(headers, "timestamp", ' '));
        return id.Length > 0 && WebhookSignature.IsAmong(keys.All, id, timestamp, body, Header(headers, "signature", ' '))
            ? SignedTime.Judge(timestamp, keys.Window, now)
            : Proof.Wrong;
    }

    public string? TopicOf(IHeaderDictionary headers) => null;

    public string DeliveryOf(IHeaderDictionary headers) => Header(headers, "id", ',');

    public bool IsTrial(ReadOnlySpan<byte> form) => false;

    private static string Header(IHeaderDictionary headers, string name, char between) =>
        string.Join(between, (IEnumerable<string?>)(headers.TryGetValue($"webhook-{name}", out var own) ? own : headers[$"svix-{name}"]));
}

/// <summary>A time that a sender signed along with the body.</summary>
internal static class SignedTime
{
    /// <param name="timestamp">Unix seconds.</param>
    public static Proof Judge(string timestamp, Duration window, Instant now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)now.ToUnixTimeTicks() / NodaConstants.TicksPerSecond - seconds) <= (decimal)window.TotalSeconds
            ? Proof.Sound
            : Proof.OutOfTime;
}
