using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Sandbox.Webhook;

/// <summary>Signs and checks messages as Standard Webhooks 1.0 says, with one symmetric key.</summary>
/// <param name="secret"><c>whsec_</c> and the key in base64.</param>
internal sealed class StandardSignature(string secret)
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string Prefix = "whsec_";
    private const string Version = "v1,";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly byte[] _key = KeyOf(secret) ?? throw new InvalidSetupException("A secret of webhooks is whsec_ and 24 to 64 bytes in base64.");

    public string Of(string id, DateTimeOffset at, byte[] body) =>
        Version + Convert.ToBase64String(Digest(id, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), body));

    /// <param name="header">One signature, or several parted by spaces.</param>
    public bool IsGood(string id, string timestamp, string header, byte[] body, DateTimeOffset now)
    {
        var digest = Encoding.ASCII.GetBytes(Version + Convert.ToBase64String(Digest(id, timestamp, body)));
        return id is not "" && IsNear(timestamp, now)
            && header.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(one => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), digest));
    }

    private static bool IsNear(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)Window.TotalSeconds;

    private static byte[]? KeyOf(string secret)
    {
        var key = new byte[secret.Length];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length is >= 24 and <= 64
            ? key[..length]
            : null;
    }

    private byte[] Digest(string id, string timestamp, byte[] body) => HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]);
}
