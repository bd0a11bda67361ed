using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Adapters.Alerts.Chat.Webhook;

/// <summary>Standard Webhooks 1.0, symmetric signature <c>v1</c>.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <returns>Null where it is no key of 24 to 64 bytes in base64, with or without <c>whsec_</c> before it.</returns>
    public static byte[]? KeyOf(string secret)
    {
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length is >= 24 and <= 64 ? key[..length] : null;
    }

    /// <param name="timestamp">Unix seconds, as the header has them.</param>
    public static string Of(byte[] key, string id, string timestamp, byte[] body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]));
}
