using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Adapters.Webhooks;

/// <summary>Standard Webhooks 1.0, symmetric signature <c>v1</c>: for what we send and for what we are sent.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    private const string Version = "v1,";

    /// <value>Of one header: a sender who rotates needs two, and nobody may have us compare thousands.</value>
    private const int MostSignatures = 10;

    /// <returns>Null where it is no key of 24 to 64 bytes in base64, with or without <c>whsec_</c> before it.</returns>
    public static byte[]? KeyOf(string secret)
    {
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length is >= 24 and <= 64 ? key[..length] : null;
    }

    /// <param name="timestamp">Unix seconds, as the header has them.</param>
    public static string Of(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body) => Version + Convert.ToBase64String(Digest(key, id, timestamp, body));

    /// <summary>Whether one of the header's signatures, parted by spaces, is made with one of the keys. Signatures of other versions are passed over.</summary>
    public static bool IsAmong(IEnumerable<byte[]> keys, string id, string timestamp, ReadOnlySpan<byte> body, string header)
    {
        byte[][] told =
        [
            .. header.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(one => one.StartsWith(Version, StringComparison.Ordinal))
                .Take(MostSignatures).Select(one => SignatureText.OfBase64(one[Version.Length..])),
        ];
        var found = false;
        foreach (var key in keys)
        {
            var ours = Digest(key, id, timestamp, body);
            foreach (var theirs in told)
            {
                found |= CryptographicOperations.FixedTimeEquals(ours, theirs);
            }
        }

        return found;
    }

    private static byte[] Digest(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body) =>
        HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]);
}
