using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>A server on a free port that answers as the test says and remembers what it was asked.</summary>
internal sealed class FakeOzon : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<ServiceProvider> _providers = [];

    private FakeOzon(WebApplication app) => _app = app;

    /// <value>Every call that arrived, in order.</value>
    public ConcurrentQueue<Call> Calls { get; } = new();

    public Uri Address { get; private set; } = null!;

    /// <param name="file">Answers what is fetched instead of called; by default with the start of a PDF.</param>
    public static async Task<FakeOzon> StartAsync(Func<Call, HttpContext, Task> answer, Func<HttpContext, Task>? file = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakeOzon(app);
        app.Run(async context =>
        {
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await (file?.Invoke(context) ?? context.Response.WriteAsync("%PDF-1.4"));
                return;
            }

            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var call = new Call(fake.Calls.Count + 1, context.Request.Path, body.RootElement.Clone(), context.Request.Headers["Client-Id"]!, context.Request.Headers["Api-Key"]!);
            fake.Calls.Enqueue(call);
            await answer(call, context);
        });
        await app.StartAsync();
        fake.Address = new Uri(app.Urls.First());
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
        var provider = TestShop.Build(Address, settings, time, logs, budget);
        _providers.Add(provider);
        return provider.GetRequiredService<IMarketplace>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();

        await StopAsync();
        await _app.DisposeAsync();
    }

    public async Task StopAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();        // answers that never come must not hold up the end
        await _app.StopAsync(now.Token);
    }

    /// <param name="Number">1 for the first call.</param>
    internal sealed record Call(int Number, string Path, JsonElement Body, string ClientId, string ApiKey)
    {
        public string? Cursor => Body.TryGetProperty("cursor", out var cursor) ? cursor.GetString() : null;
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
