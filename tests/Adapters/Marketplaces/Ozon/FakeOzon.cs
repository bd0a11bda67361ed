using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>A server on a free port that answers as the test says and remembers what it was asked.</summary>
internal sealed class FakeOzon : IAsyncDisposable
{
    public const string Key = "5e4d-secret-key";

    private readonly WebApplication _app;
    private readonly List<ServiceProvider> _providers = [];

    private FakeOzon(WebApplication app) => _app = app;

    /// <value>Every call that arrived, in order.</value>
    public ConcurrentQueue<Call> Calls { get; } = new();

    public static async Task<FakeOzon> StartAsync(Func<Call, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakeOzon(app);
        app.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var call = new Call(fake.Calls.Count + 1, context.Request.Path, body.RootElement.Clone(), context.Request.Headers["Client-Id"]!, context.Request.Headers["Api-Key"]!);
            fake.Calls.Enqueue(call);
            await answer(call, context);
        });
        await app.StartAsync();
        return fake;
    }

    /// <summary>Answers the calls one after the other; the last answer stays.</summary>
    public static Task<FakeOzon> StartAsync(params (int Status, string Body)[] answers) => StartAsync((call, context) =>
    {
        var (status, body) = answers[Math.Min(call.Number, answers.Length) - 1];
        return context.Response.AnswerAsync(status, body);
    });

    /// <summary>A shop as the app would build it, with pauses a test can afford.</summary>
    public IMarketplace Shop(Dictionary<string, string?>? settings = null, TimeProvider? time = null, ILoggerProvider? logs = null, ICallBudget? budget = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["main:Kind"] = "ozon",
            ["main:ClientId"] = "4711",
            ["main:ApiKey"] = Key,
            ["main:BaseUrl"] = _app.Urls.First(),
            ["main:CallsPerSecond"] = "24",
            ["main:RetryPause"] = "00:00:00.001",
            ["main:BusyPause"] = "00:00:00.002",
        };
        foreach (var (name, value) in settings ?? [])
            all["main:" + name] = value;

        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
                logging.AddProvider(logs);
        });
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(budget ?? new BottomlessBudget());
        services.AddOzon(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredService<IMarketplace>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();

        using var now = new CancellationTokenSource();
        await now.CancelAsync();        // answers that never come must not hold up the end
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    /// <param name="Number">1 for the first call.</param>
    internal sealed record Call(int Number, string Path, JsonElement Body, string ClientId, string ApiKey)
    {
        public string? Cursor => Body.TryGetProperty("cursor", out var cursor) ? cursor.GetString() : null;
    }

    private sealed class BottomlessBudget : ICallBudget
    {
        public ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel) => new(new CallGrant(calls, TimeSpan.FromDays(1)));
    }
}

internal static class Answers
{
    public static Task AnswerAsync(this HttpResponse response, int status, string body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return response.WriteAsync(body);
    }
}
