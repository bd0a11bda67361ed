using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

/// <summary>How each dialect's sender writes a message, by an implementation of its own: what only the receiver understands would prove nothing.</summary>
internal sealed record Hook(string Dialect, string Body)
{
    public const string StandardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public const string TextSecret = "a secret of the tests";

    public static readonly string[] Dialects = ["standard", "shopify", "woocommerce", "hmac"];

    public string Secret { get; init; } = Dialect == "standard" ? StandardSecret : TextSecret;

    public string Delivery { get; init; } = "msg-1";

    public string? Topic { get; init; } = Dialect switch { "shopify" => "orders/updated", "woocommerce" => "order.updated", _ => null };

    public DateTimeOffset At { get; init; } = Sample.Noon.ToDateTimeOffset();

    /// <value>Whether the plain dialect signs a time.</value>
    public bool IsTimed { get; init; }

    /// <summary>The dialect's own sample order.</summary>
    public static Hook Order(string dialect) =>
        new(dialect, File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "tests/Adapters/Marketplaces/Webhook/Orders", dialect + ".json")));

    public Hook With(string part, string instead) => this with { Body = Body.Replace(part, instead, StringComparison.Ordinal) };

    public IEnumerable<(string Name, string Value)> Headers()
    {
        var seconds = At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        switch (Dialect)
        {
            case "standard":
                yield return ("webhook-id", Delivery);
                yield return ("webhook-timestamp", seconds);
                yield return ("webhook-signature", $"v1,{Base64(Convert.FromBase64String(Secret["whsec_".Length..]), $"{Delivery}.{seconds}.")}");
                break;
            case "shopify":
                yield return ("X-Shopify-Webhook-Id", Delivery);
                yield return ("X-Shopify-Hmac-Sha256", Base64(Encoding.UTF8.GetBytes(Secret), ""));
                break;
            case "woocommerce":
                yield return ("X-WC-Webhook-Delivery-ID", Delivery);
                yield return ("X-WC-Webhook-Signature", Base64(Encoding.UTF8.GetBytes(Secret), ""));
                break;
            case "hmac":
                yield return ("X-Delivery-Id", Delivery);
                yield return ("X-Signature", "sha256=" + Convert.ToHexStringLower(Digest(Encoding.UTF8.GetBytes(Secret), IsTimed ? seconds + "." : "")));
                break;
            default:
                throw new InvalidOperationException($"No sender is written for {Dialect}.");
        }

        if (IsTimed)
        {
            yield return ("X-Timestamp", seconds);
        }

        if (Topic is not null)
        {
            yield return (Dialect switch { "shopify" => "X-Shopify-Topic", "woocommerce" => "X-WC-Webhook-Topic", _ => "X-Topic" }, Topic);
        }
    }

    public HttpRequestMessage ToRequest(Uri address, string shop)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"api/webhook/{shop}")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in Headers())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private string Base64(byte[] key, string before) => Convert.ToBase64String(Digest(key, before));

    private byte[] Digest(byte[] key, string before) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(before + Body));
}
