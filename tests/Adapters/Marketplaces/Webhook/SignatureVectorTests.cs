using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Webhook.Dialects;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

/// <summary>Signatures against values from elsewhere: the standard's own vector; the others computed with <c>openssl dgst -sha256 -hmac</c>.</summary>
public class SignatureVectorTests
{
    private const string StandardKey = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string OtherKey = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string StandardSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const string Text = "a secret of the tests";
    private const string OfText = "RXWhVejic8fKfLrdPU0RBk5FLs3md2O5/3eVfosGD8o=";
    private const string OfTextHex = "4575a155e8e273c7ca7cbadd3d4d11064e452ecde67763b9ff77957e8b060fca";
    private const string OfTimedHex = "73a8bc7f449985ef6ed6771ec74cdb0677c93c38dcc5b4e99ba5ebc6ee038fd8";
    private const string OfEntities = "mX6dqd6nGXSA0vn6eXSecimAsrgBo7Ebh7BkG8FB+qE=";

    private const string Body = "{\"test\": 2432232314}";
    private const long Then = 1614265330;

    [Theory]
    [InlineData("standard", StandardKey, 0, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "Sound")]
    [InlineData("standard", StandardKey, 0, "svix-id: msg_p5jXN8AQM9LWM0D4loKWxJek|svix-timestamp: 1614265330|svix-signature: " + StandardSignature, "Sound")]
    [InlineData("standard", StandardKey, 0, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: v1a,AAAA v1,AAAA " + StandardSignature, "Sound")]
    [InlineData("standard", OtherKey + " " + StandardKey, 0, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "Sound")]
    [InlineData("standard", OtherKey, 0, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "Wrong")]
    [InlineData("standard", StandardKey, 300, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "Sound")]
    [InlineData("standard", StandardKey, 301, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "OutOfTime")]
    [InlineData("standard", StandardKey, -300, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "Sound")]
    [InlineData("standard", StandardKey, -301, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "OutOfTime")]
    [InlineData("standard", StandardKey, 0, "webhook-id: another|webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "Wrong")]
    [InlineData("standard", StandardKey, 0, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265331|webhook-signature: " + StandardSignature, "Wrong")]
    [InlineData("standard", StandardKey, 0, "webhook-timestamp: 1614265330|webhook-signature: " + StandardSignature, "Wrong")]
    [InlineData("standard", StandardKey, 0, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek|webhook-timestamp: 1614265330|webhook-signature: v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "Wrong")]
    [InlineData("standard", StandardKey, 0, "", "Wrong")]
    [InlineData("shopify", Text, 0, "X-Shopify-Hmac-Sha256: " + OfText, "Sound")]
    [InlineData("shopify", Text, 0, "Shopify-Hmac-Sha256: " + OfText, "Sound")]
    [InlineData("shopify", "another secret, as long " + Text, 0, "X-Shopify-Hmac-Sha256: " + OfText, "Wrong")]
    [InlineData("shopify", Text, 0, "X-Shopify-Hmac-Sha256: " + OfTextHex, "Wrong")]
    [InlineData("shopify", Text, 0, "X-Shopify-Hmac-Sha256: not base64", "Wrong")]
    [InlineData("shopify", Text, 0, "", "Wrong")]
    [InlineData("woocommerce", Text, 0, "X-WC-Webhook-Signature: " + OfText, "Sound")]
    [InlineData("woocommerce", "cups &amp; &quot;saucers&quot;", 0, "X-WC-Webhook-Signature: " + OfEntities, "Sound")]
    [InlineData("woocommerce", "cups & \"saucers\"", 0, "X-WC-Webhook-Signature: " + OfEntities, "Sound")]
    [InlineData("woocommerce", Text, 0, "X-WC-Webhook-Signature: " + OfEntities, "Wrong")]
    [InlineData("woocommerce", Text, 0, "", "Wrong")]
    [InlineData("hmac", Text, 0, "X-Signature: " + OfTextHex, "Sound")]
    [InlineData("hmac", Text, 0, "X-Signature: " + OfText, "Sound")]
    [InlineData("hmac", Text, 0, "X-Hub-Signature-256: sha256=" + OfTextHex, "Sound")]
    [InlineData("hmac", Text, 0, "X-Signature: " + OfTimedHex + "|X-Timestamp: 1614265330", "Sound")]
    [InlineData("hmac", Text, 0, "X-Signature: t=1614265330,v1=" + OfTextHex + ",v1=" + OfTimedHex, "Sound")]
    [InlineData("hmac", Text, 301, "X-Signature: t=1614265330,v1=" + OfTimedHex, "OutOfTime")]
    [InlineData("hmac", Text, 0, "X-Signature: t=1614265331,v1=" + OfTimedHex, "Wrong")]
    [InlineData("hmac", Text, 0, "X-Signature: " + OfTimedHex, "Wrong")]
    [InlineData("hmac", Text, 0, "X-Signature: " + OfTextHex + "|X-Timestamp: 1614265330", "Wrong")]
    [InlineData("hmac", Text, 0, "", "Wrong")]
    public void AMessage_IsProven_ByItsDialect(string dialect, string secret, int seconds, string headers, string expected)
    {
        var told = new HeaderDictionary();
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (header.Split(": ", 2)[0], header.Split(": ", 2)[1]);
            told[name] = value;
        }

        var speaker = AllDialects.Find(dialect)!;
        var keys = new SigningKeys([.. (dialect == "standard" ? secret.Split(' ') : [secret]).Select(one => speaker.KeyOf(one)!)], Duration.FromMinutes(5), "");

        var proof = speaker.Prove(told, Encoding.UTF8.GetBytes(Body), keys, Instant.FromUnixTimeSeconds(Then + seconds));

        Assert.Equal(expected, proof.ToString());
    }

    [Fact]
    public void ThePlainDialect_LooksWhereTheSettingSays()
    {
        var speaker = AllDialects.Find("hmac")!;
        var told = new HeaderDictionary { ["X-Shop-Sign"] = OfTextHex, ["X-Signature"] = "anything" };

        Assert.Equal(Proof.Sound, speaker.Prove(told, Encoding.UTF8.GetBytes(Body), new SigningKeys([speaker.KeyOf(Text)!], Duration.FromMinutes(5), "X-Shop-Sign"), Instant.FromUnixTimeSeconds(Then)));
    }

    [Theory]
    [InlineData("webhook_id=7", true)]
    [InlineData("webhook_id=", false)]
    [InlineData("webhook_id=7&x=1", false)]
    [InlineData("webhook_id=a", false)]
    [InlineData("id=7", false)]
    [InlineData("", false)]
    public void OnlyTheVeryForm_IsATrial(string form, bool isOne) => Assert.Equal(isOne, AllDialects.Find("woocommerce")!.IsTrial(Encoding.UTF8.GetBytes(form)));
}
