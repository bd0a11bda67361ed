using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email.Wire;

/// <summary>Signs each try anew, because a signature is bound to its date and to the body.</summary>
internal sealed class HmacPolicy(AzureKeyCredential credential, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri.ToUri();
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var hash = Convert.ToBase64String(SHA256.HashData(BodyOf(message)));
        var signature = HMACSHA256.HashData(
            Convert.FromBase64String(credential.Key),
            Encoding.ASCII.GetBytes($"{message.Request.Method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{hash}"));

        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("x-ms-content-sha256", hash);
        message.Request.Headers.SetValue(
            HttpHeader.Names.Authorization,
            $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={Convert.ToBase64String(signature)}");
    }

    private static byte[] BodyOf(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);

        return body.ToArray();
    }
}
