using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ShipBy.Adapters.Webhooks;

namespace ShipBy.Adapters.Marketplaces.Webhook.Dialects;

/// <summary>WooCommerce's webhooks, as its class <c>WC_Webhook</c> sends them. They are never sent again, and stop by themselves after five that failed in a row.</summary>
/// <remarks>The delivery's id is made of the webhook and the second: two orders of one second share it. So it counts only together with the body.</remarks>
internal sealed class WooCommerceDialect : IDialect
{
    /// <value>It decodes its secret so before it signs, whatever the seller typed.</value>
    private static readonly (string Entity, string Character)[] Entities =
        [("&quot;", "\""), ("&#039;", "'"), ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];

    public string Name => "woocommerce";

    public string SecretForm => "the webhook's secret, at least 16 characters, as WooCommerce > Settings > Advanced > Webhooks shows it";

    public byte[]? KeyOf(string secret) => SecretText.KeyOf(Entities.Aggregate(secret, (text, pair) => text.Replace(pair.Entity, pair.Character, StringComparison.Ordinal)));

    public Proof Prove(IHeaderDictionary headers, ReadOnlySpan<byte> body, SigningKeys keys, Instant now) =>
        SecretText.IsSigned(keys.All, body, SignatureText.OfBase64(headers["X-WC-Webhook-Signature"].ToString().Trim())) ? Proof.Sound : Proof.Wrong;

    public string? TopicOf(IHeaderDictionary headers) => headers["X-WC-Webhook-Topic"].ToString().Trim() is { Length: > 0 } topic ? topic : null;

    public string DeliveryOf(IHeaderDictionary headers) => headers["X-WC-Webhook-Delivery-ID"].ToString();

    /// <summary><c>webhook_id=7</c>, sent when the webhook is saved. Anything but 200 keeps the seller from saving it.</summary>
    public bool IsTrial(ReadOnlySpan<byte> form) => Encoding.ASCII.GetString(form).Split('=') is ["webhook_id", { Length: > 0 and <= 20 } id] && id.All(char.IsAsciiDigit);
}
