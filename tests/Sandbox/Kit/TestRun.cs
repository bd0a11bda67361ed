using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace ShipBy.Sandbox.Tests.Kit;

/// <summary>A sandbox on a clock that stands still until it is told to go.</summary>
internal sealed class TestRun : IAsyncDisposable
{
    public const string ClientId = "42";
    public const string ApiKey = "key";

    private readonly HttpClient _http;

    private TestRun(SandboxServer server, FakeTimeProvider time) =>
        (Server, Time, _http) = (server, time, new HttpClient { BaseAddress = server.BaseAddress });

    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    public SandboxServer Server { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>14 days in 336 s: an hour of the marketplace is a second of the run.</summary>
    public static SandboxOptions HourIsASecond(TestFolder folder, string? orders = null) => new()
    {
        DataFolder = folder.File("run"),
        OrdersFile = orders,
        Length = TimeSpan.FromSeconds(336),
        ClientId = ClientId,
        ApiKey = ApiKey,
        RunsByItself = false,
        Variations = false,
    };

    /// <summary>Two minutes of generated orders in all three shops.</summary>
    public static SandboxOptions ThreeShops(TestFolder folder) => HourIsASecond(folder) with
    {
        Channels = [Channel.Ozon, Channel.Taobao, Channel.Webhook],
        Length = TimeSpan.FromSeconds(120),
    };

    public static async Task<TestRun> StartAsync(SandboxOptions options, FakeTimeProvider? time = null)
    {
        var clock = time ?? new FakeTimeProvider(Start);
        return new TestRun(await SandboxServer.StartAsync(options with { Time = clock }), clock);
    }

    /// <summary>Goes on to so many seconds after the start, in steps of a second.</summary>
    public async Task GoToAsync(double seconds, Func<Task>? everySecond = null)
    {
        var goal = Start.AddMilliseconds(Math.Round(seconds * 1000));
        while (Time.GetUtcNow() < goal)
        {
            var left = goal - Time.GetUtcNow();
            Time.Advance(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1));
            await Server.StepAsync();
            await (everySecond?.Invoke() ?? Task.CompletedTask);
        }
    }

    public Task<Reply> CallAsync(string method, string body, string clientId = ClientId, string apiKey = ApiKey) =>
        SendAsync(HttpMethod.Post, method, body, ("Client-Id", clientId), ("Api-Key", apiKey));

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Reply> MailAsync(Guid operation, string warnings, string subject = "Subject", string? parcels = null) =>
        SendAsync(HttpMethod.Post, "/emails:send?api-version=2025-09-01", new JsonObject
        {
            ["senderAddress"] = "shop@example.com",
            ["content"] = new JsonObject { ["subject"] = subject, ["plainText"] = "Text" },
            ["recipients"] = new JsonObject { ["to"] = new JsonArray(new JsonObject { ["address"] = "seller@example.com" }) },
            ["headers"] = parcels is null ? new JsonObject { ["X-ShipBy-Warnings"] = warnings } : new JsonObject { ["x-shipby-parcels"] = parcels },
        }.ToJsonString(), ("Operation-Id", operation.ToString()), ("Authorization", "HMAC-SHA256 Signature=x"));

    public async Task<JsonNode> ReportAsync() => (await GetAsync("sandbox/report")).Json;

    public async Task<JsonNode> PostingAsync(string number) =>
        (await CallAsync("v3/posting/fbs/get", new JsonObject { ["posting_number"] = number }.ToJsonString())).Json["result"]!;

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers.Where(header => header.Value is not ""))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.Delta);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}

internal sealed record Reply(int Status, string Text, TimeSpan? RetryAfter)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Message => Json["message"]!.GetValue<string>();
}
