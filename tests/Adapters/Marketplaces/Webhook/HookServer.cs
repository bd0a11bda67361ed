using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Marketplaces.Webhook;
using ShipBy.Domain.Orders;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

/// <summary>The door behind a real server on a free port, with a shop of each dialect, named like it.</summary>
internal sealed class HookServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private HookServer(WebApplication app, World world) => (_app, World) = (app, world);

    public World World { get; }

    public Uri Address => new(_app.Urls.First());

    public static async Task<HookServer> StartAsync(params (string Setting, string Value)[] settings)
    {
        var world = WorldOf(settings);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/api/webhook/{shop}", (HttpRequest request, string shop, CancellationToken cancel) => world.Of<WebhookDoor>().HearAsync(request, shop, cancel));
        await app.StartAsync();
        return new HookServer(app, world);
    }

    public static World WorldOf(params (string Setting, string Value)[] settings) => WorldOf(Hook.Dialects, settings);

    public static World WorldOf(IEnumerable<string> dialects, params (string Setting, string Value)[] settings)
    {
        var values = dialects.SelectMany(dialect => (KeyValuePair<string, string?>[])
        [
            new($"{dialect}:Kind", "webhook"), new($"{dialect}:Dialect", dialect), new($"{dialect}:Secret", new Hook(dialect, "").Secret),
        ]).ToDictionary();
        foreach (var (setting, value) in settings)
        {
            values[setting] = value;
        }

        var shops = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new World { AddPorts = services => services.AddWebhookShops(shops) };
    }

    public Task<HttpResponseMessage> SendAsync(Hook hook, string? shop = null) => _http.SendAsync(hook.ToRequest(Address, shop ?? hook.Dialect));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public async Task<Order> OrderAsync(string shop, string number)
    {
        var orders = await World.OrdersAsync();
        return orders.Values.Single(order => order.Key == new OrderKey(shop, number));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
