using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Alerts.Chat;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>A vendor on a free port, with its own rules and its own clock, that misbehaves when told to.</summary>
internal abstract class VendorServer(string kind) : IAsyncDisposable
{
    private readonly TaskCompletionSource _arrived = new();

    private WebApplication _app = null!;

    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// <value>Every secret that its settings hold, as they could show up anywhere.</value>
    public abstract IReadOnlyList<string> Secrets { get; }

    public string Kind { get; } = kind;

    public FakeTimeProvider Clock { get; } = new(Start);

    public Fault Fault { get; set; }

    /// <value>What the people in the chat see.</value>
    public List<string> Shown { get; } = [];

    public int Calls { get; private set; }

    public HashSet<string> Connections { get; } = [];

    /// <value>Ends when the first request is there.</value>
    public Task Arrived => _arrived.Task;

    public string Address { get; private set; } = "";

    protected abstract IEnumerable<(string Field, string Value)> Settings { get; }

    public static async Task<VendorServer> StartAsync(string kind)
    {
        VendorServer server = kind switch
        {
            "telegram" => new TelegramServer(),
            "wecom" => new WeComServer(),
            "dingtalk" => new DingTalkServer(),
            "feishu" => new FeishuServer(),
            _ => new WebhookServer(),
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server._app = builder.Build();
        server._app.Run(server.ServeAsync);
        await server._app.StartAsync();
        server.Address = server._app.Urls.First();
        return server;
    }

    /// <summary>The chat as the app would open it.</summary>
    public ChatOptions Chat(params (string Field, string Value)[] other) =>
        Assert.Single(ChatSetup.Read([("Kind", Kind), .. Settings.Where(setting => other.All(own => own.Field != setting.Field)), .. other]).Chats);

    public async Task StopAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();        // answers that never come must not hold up the end
        await _app.StopAsync(now.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Judges a request by the vendor's rules.</summary>
    protected abstract Reply Judge(HttpRequest request, byte[] body);

    protected static JsonElement Json(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    private async Task ServeAsync(HttpContext context)
    {
        Calls++;
        Connections.Add(context.Connection.Id);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (Fault is Fault.CutBefore)
        {
            context.Abort();
            return;
        }

        var reply = Fault.Instead() ?? Judge(context.Request, body.ToArray());
        Shown.AddRange(reply.Shown is { } shown ? [shown] : []);
        _arrived.TrySetResult();
        if (Fault is Fault.Silent)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }

        if (Fault is Fault.CutAfter)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in reply.Headers ?? [])
        {
            context.Response.Headers[name] = value;
        }

        if (Fault is Fault.CutInAnswer)
        {
            context.Response.ContentLength = 5_000;
            await context.Response.WriteAsync(reply.Body);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        if (reply.Body.Length > 0)
        {
            await context.Response.WriteAsync(reply.Body);
        }
    }
}

/// <param name="Shown">What appears in the chat; null where nothing does.</param>
internal sealed record Reply(int Status, string Body, string? Shown = null, Dictionary<string, string>? Headers = null);
