using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Sms;

/// <summary>The worked example of <c>docs/sms.md</c>: takes ShipBy's signed webhook and posts it to an SMS provider as a form, the way Twilio and many others want it.</summary>
/// <remarks>It knows nothing of ShipBy's code. What it has passed on it remembers while it runs; behind two instances or a restart that memory belongs into a store.</remarks>
internal sealed class SmsBridge(SmsAccount account, byte[] webhookKey, HttpClient provider, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, bool> _passedOn = new();

    /// <summary>The endpoint: <c>app.MapPost("/shipby", bridge.HandleAsync)</c>.</summary>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancel);
        var body = buffer.ToArray();
        var id = request.Headers["webhook-id"].ToString();
        if (!IsFromShipBy(id, request.Headers["webhook-timestamp"].ToString(), request.Headers["webhook-signature"].ToString(), body))
        {
            return Results.Unauthorized();
        }

        if (_passedOn.ContainsKey(id))
        {
            return Results.NoContent();
        }

        using var answer = await provider.SendAsync(Message(body), cancel);
        if (answer.IsSuccessStatusCode)
        {
            _passedOn[id] = true;
            return Results.NoContent();
        }

        request.HttpContext.Response.Headers.RetryAfter = answer.Headers.RetryAfter?.ToString();
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Results.StatusCode(429),      // ShipBy comes back by itself
            >= HttpStatusCode.InternalServerError => Results.StatusCode(502),
            _ => Results.StatusCode(422),                                   // wrong number, no money: a person must look
        };
    }

    private bool IsFromShipBy(string id, string timestamp, string signatures, byte[] body)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) || Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - sent) > Tolerance.TotalSeconds)
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(webhookKey, signed)));
        return signatures.Split(' ').Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), expected));
    }

    /// <summary>An SMS is paid by its length: the subject and the link are enough to act on.</summary>
    private HttpRequestMessage Message(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var data = json.RootElement.GetProperty("data");
        return new HttpRequestMessage(HttpMethod.Post, $"/2010-04-01/Accounts/{account.Id}/Messages.json")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Id}:{account.Token}"))) },
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["To"] = account.To,
                ["From"] = account.From,
                ["Body"] = $"{data.GetProperty("subject").GetString()}\n{data.GetProperty("link").GetString()}".TrimEnd(),
            }),
        };
    }
}

/// <param name="To">The seller's number, such as <c>+79990000000</c>.</param>
internal sealed record SmsAccount(string Id, string Token, string From, string To);
