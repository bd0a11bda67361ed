using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ShipBy.Adapters.Webhooks;

namespace ShipBy.Adapters.Marketplaces.Webhook.Dialects;

/// <summary>Shopify's webhooks. The time and the topic are not signed: a message played back is told by its id, its text and the order's own <c>updated_at</c>.</summary>
/// <remarks>Its newer events have the same headers without <c>X-</c>.</remarks>
internal sealed class ShopifyDialect : IDialect
{
    public string Name => "shopify";

    public string SecretForm => "the app's client secret (or the one below the list of webhooks under Settings > Notifications)";

    public byte[]? KeyOf(string secret) => SecretText.KeyOf(secret);

    public Proof Prove(IHeaderDictionary headers, ReadOnlySpan<byte> body, SigningKeys keys, Instant now) =>
        SecretText.IsSigned(keys.All, body, SignatureText.OfBase64(Header(headers, "Hmac-Sha256"))) ? Proof.Sound : Proof.Wrong;

    public string? TopicOf(IHeaderDictionary headers) => Header(headers, "Topic") is { Length: > 0 } topic ? topic : null;

    /// <remarks>The event's own id is the same for each of several subscriptions, and their bodies may differ.</remarks>
    public string DeliveryOf(IHeaderDictionary headers) => Header(headers, "Webhook-Id") is { Length: > 0 } id ? id : Header(headers, "Event-Id");

    public bool IsTrial(ReadOnlySpan<byte> form) => false;

    private static string Header(IHeaderDictionary headers, string name) =>
        (headers.TryGetValue($"X-Shopify-{name}", out var own) ? own : headers[$"Shopify-{name}"]).ToString().Trim();
}

/// <summary>HMAC-SHA256 of the body alone, with a secret that is used as the text it is.</summary>
internal static class SecretText
{
    /// <value>Shorter ones can be guessed.</value>
    private const int Shortest = 16;

    public static byte[]? KeyOf(string secret) => secret.Length >= Shortest ? Encoding.UTF8.GetBytes(secret) : null;

    public static bool IsSigned(IEnumerable<byte[]> keys, ReadOnlySpan<byte> body, params IReadOnlyList<byte[]> signatures)
    {
        var found = false;
        foreach (var key in keys)
        {
            var ours = HMACSHA256.HashData(key, body);
            foreach (var theirs in signatures)
            {
                found |= CryptographicOperations.FixedTimeEquals(ours, theirs);
            }
        }

        return found;
    }
}
