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

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private JsonObject Report() => new()
    {
        ["storage_requests"] = new JsonObject { ["table"] = 12, ["queue"] = 3, ["blob"] = 1 },
        ["errors"] = Errors,
        ["orders"] = new JsonArray(Orders.Values.Select(order => order.DeepClone()).ToArray()),
    };
}
