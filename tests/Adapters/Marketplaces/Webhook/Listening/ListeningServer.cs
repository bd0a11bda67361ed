using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook.Listening;

/// <summary>A shop's own address: checks signatures by code of its own, keeps what it heard, and answers as a test says.</summary>
internal sealed class ListeningServer : IAsyncDisposable
{
    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly WebApplication _app;

    private ListeningServer(WebApplication app) => _app = app;

    public static string Secret { get; } = "whsec_" + Convert.ToBase64String(Key);

    public Uri Address => new(_app.Urls.First() + "/told/a-secret-path");

    /// <value>Ids and bodies of messages whose signature held.</value>
    public List<(string Id, JsonElement Body)> Heard { get; } = [];

    /// <value>Status and body to answer with; Retry-After is 7 s.</value>
    public (int Status, string Body) Answer { get; set; } = (200, "");

    /// <value>Whether it cuts the connection after it has heard.</value>
    public bool Cuts { get; set; }

    public static async Task<ListeningServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ListeningServer(app);
        app.MapPost("/told/a-secret-path", server.HearAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers;
        var signed = $"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}";
        var mac = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(signed)));
        if (mac != headers["webhook-signature"] || context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            context.Response.StatusCode = 401;
            return;
        }

        Heard.Add((headers["webhook-id"].ToString(), JsonDocument.Parse(body).RootElement.Clone()));
        if (Cuts)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Answer.Status;
        context.Response.Headers.RetryAfter = "7";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Answer.Body);
    }
}
