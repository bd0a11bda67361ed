using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ShipBy.Sandbox.Faults;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Channels;

/// <summary>Faults come in the way of what the app tells the shop, too; on the real clock.</summary>
public sealed class ToldThroughFaultsTests
{
    private static readonly byte[] Key = Convert.FromBase64String(new SandboxOptions { DataFolder = "" }.ToldSecret["whsec_".Length..]);

    [Fact]
    public async Task Message_IsTakenOnce_HoweverOftenItHasToBeSent()
    {
        using var folder = new TestFolder();
        await using var server = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.File("run"),
            Channels = [Channel.Webhook],
            Faults = FaultLevel.High,
            Length = TimeSpan.FromHours(1),
            Seed = 8,
        });
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        var seen = new HashSet<string>();
        for (var message = 0; message < 40; message++)
        {
            string outcome;
            do
            {
                outcome = await TellAsync(client, $"m{message}", string.Create(CultureInfo.InvariantCulture, $$$"""{"type":"stock.set","data":{"items":[{"sku":"ТВ-005","available":{{{message}}}}]}}"""));
                seen.Add(outcome);
                await Task.Yield();
            }
            while (outcome is not "200");
        }

        lock (server.Run.Gate)
        {
            Assert.True(seen.Count > 1);
            Assert.Equal(40, server.Run.Journal.Count(entry => entry.Kind == Happened.Told));
            Assert.Equal(39, server.Run.Stock.Told(Channel.Webhook)["ТВ-005"]);
        }
    }

    private static async Task<string> TellAsync(HttpClient client, string id, string body)
    {
        try
        {
            var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook-shop/told") { Content = new StringContent(body) };
            request.Headers.Add("webhook-id", id);
            request.Headers.Add("webhook-timestamp", at);
            request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{at}.{body}"))));
            using var response = await client.SendAsync(request);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return response.StatusCode is HttpStatusCode.OK ? "200" : $"{(int)response.StatusCode} {answer.RootElement.GetProperty("error").GetString()}";
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or IOException)
        {
            return error.GetType().Name;
        }
    }
}
