using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ShipBy.Adapters.Webhooks;

namespace ShipBy.Adapters.Marketplaces.Webhook.Dialects;

/// <summary>HMAC-SHA256 with a secret used as text: what most shops that sign at all agree on, and a few lines in anybody's own program.</summary>
/// <remarks>
/// <para>The signature stands in <c>X-Signature</c>, or <c>X-Hub-Signature-256</c>, or where a setting says: hexadecimal or base64, with or without <c>sha256=</c> before it.</para>
/// <para>With a header <c>X-Timestamp</c> (Unix seconds) what is signed is <c>timestamp.body</c>; so it is with a signature of the form <c>t=1614265330,v1=...</c>.
/// Without a time the body alone is, and nothing tells a message from its recording but its id, its text and the order's own time of change.</para>
/// <para><c>X-Delivery-Id</c> and <c>X-Topic</c> are optional.</para>
/// </remarks>
internal sealed class HmacDialect : IDialect
{
    /// <value>Parts of one header: a sender who rotates needs three.</value>
    private const int MostParts = 10;

    private static readonly string[] UsualHeaders = ["X-Signature", "X-Hub-Signature-256"];

    public string Name => "hmac";

    public string SecretForm => "the secret that both sides know, at least 16 characters";

    public byte[]? KeyOf(string secret) => SecretText.KeyOf(secret);

    public Proof Prove(IHeaderDictionary headers, ReadOnlySpan<byte> body, SigningKeys keys, Instant now)
    {
        IEnumerable<string> places = keys.SignatureHeader.Length > 0 ? [keys.SignatureHeader] : UsualHeaders;
        var parts = places.SelectMany(place => headers[place].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Take(MostParts).ToList();
        var timestamp = parts.FirstOrDefault(part => part.StartsWith("t=", StringComparison.Ordinal))?[2..] ?? headers["X-Timestamp"].ToString().Trim();
        var signatures = parts.Where(part => !part.StartsWith("t=", StringComparison.Ordinal)).Select(SignatureOf).ToList();

        return timestamp.Length == 0
            ? SecretText.IsSigned(keys.All, body, signatures) ? Proof.Sound : Proof.Wrong
            : SecretText.IsSigned(keys.All, (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body], signatures) ? SignedTime.Judge(timestamp, keys.Window, now) : Proof.Wrong;
    }

    public string? TopicOf(IHeaderDictionary headers) => headers["X-Topic"].ToString().Trim() is { Length: > 0 } topic ? topic : null;

    public string DeliveryOf(IHeaderDictionary headers) => headers["X-Delivery-Id"].ToString();

    public bool IsTrial(ReadOnlySpan<byte> form) => false;

    private static byte[] SignatureOf(string part) =>
        SignatureText.OfEither(part.StartsWith("sha256=", StringComparison.OrdinalIgnoreCase) ? part["sha256=".Length..] : part.StartsWith("v1=", StringComparison.Ordinal) ? part["v1=".Length..] : part);
}
