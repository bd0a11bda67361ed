using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShipBy.Sandbox.Tests.Kit;

/// <summary>An app of which there is nothing but its report, and that says what the test wants.</summary>
internal sealed class FakeApp : IAsyncDisposable
{
    public const string Key = "app-key";

    private readonly WebApplication _web;

    private FakeApp(WebApplication web) => _web = web;

    public Dictionary<string, JsonObject> Orders { get; } = new(StringComparer.Ordinal);

    public int Errors { get; set; }

    /// <value>The ledger's free units by product; null: the app says nothing of stock.</value>
    public Dictionary<string, long>? Available { get; set; }

    /// <value>What it was asked to ship, call by call.</value>
    public ConcurrentQueue<JsonNode> ShipCalls { get; } = [];

    /// <value>What it answers to that; null where it falls over.</value>
    public Func<JsonNode, JsonObject?> OnShip { get; set; } = call => Answer(call, accepted: true);

    /// <value>The messages of the shop of webhooks, with their headers.</value>
    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, string Body)> Messages { get; } = [];

    /// <value>The status that the next messages are answered with.</value>
    public int MessageStatus { get; set; } = 200;

    /// <value>The status that forged ones are answered with.</value>
    public int ForgedStatus { get; set; } = 401;

    public Uri Address => new(_web.Urls.Single());

    public static async Task<FakeApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var web = builder.Build();
        var app = new FakeApp(web);
        web.MapGet("/api/report", (HttpRequest request) =>
            request.Headers["x-functions-key"] == Key ? Results.Text(app.Report().ToJsonString(), "application/json") : Results.Unauthorized());
        web.MapPost("/api/ship", async (HttpRequest request) =>
        {
            var call = (await JsonNode.ParseAsync(request.Body))!;
            app.ShipCalls.Enqueue(call);
            return request.Headers["x-functions-key"] != Key ? Results.Unauthorized()
                : app.OnShip(call) is { } answer ? Results.Text(answer.ToJsonString(), "application/json")
                : Results.StatusCode(503);
        });
        web.MapPost("/api/webhook/webhook", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            app.Messages.Enqueue((request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), await reader.ReadToEndAsync()));
            return Results.StatusCode(request.Headers["webhook-id"].ToString().StartsWith("forged", StringComparison.Ordinal) ? app.ForgedStatus : app.MessageStatus);
        });
        await web.StartAsync();
        return app;
    }

    /// <summary>Says of an order what is true of it from now on; earlier instants stay.</summary>
    public void Say(string order, string state, params (string What, DateTimeOffset At)[] instants) => SayOf("main", order, state, instants);

    /// <inheritdoc cref="Say"/>
    public void SayOf(string shop, string order, string state, params (string What, DateTimeOffset At)[] instants)
    {
        var told = Orders.TryGetValue(order, out var known) ? known : Orders[order] = new JsonObject { ["order"] = order, ["shop"] = shop };
        told["state"] = state;
        foreach (var (what, at) in instants)
        {
            told[what] = at;
        }
    }

    /// <summary>The answer that says the same of every order of a call.</summary>
    public static JsonObject Answer(JsonNode call, bool accepted, string reason = "") => new()
    {
        ["results"] = new JsonArray(call["orders"]!.AsArray().Select(order => (JsonNode)new JsonObject
        {
            ["shop"] = order!["shop"]!.ToString(),
            ["order"] = order["order"]!.ToString(),
            ["accepted"] = accepted,
            ["reason"] = reason,
        }).ToArray()),
    };

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private JsonObject Report()
    {
        var report = new JsonObject
        {
            ["storage_requests"] = new JsonObject { ["table"] = 12, ["queue"] = 3, ["blob"] = 1 },
            ["errors"] = Errors,
            ["orders"] = new JsonArray(Orders.Values.Select(order => order.DeepClone()).ToArray()),
        };
        if (Available is { } available)
        {
            report["stock"] = new JsonArray(available.Select(one => (JsonNode)new JsonObject
            {
                ["pool"] = "main",
                ["sku"] = one.Key,
                ["on_hand"] = one.Value,
                ["held"] = 0,
                ["available"] = one.Value,
            }).ToArray());
        }

        return report;
    }
}
