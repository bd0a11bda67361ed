using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Sms;

/// <summary>An SMS provider that takes forms, with a bridge in front of it, each on a free port.</summary>
internal sealed class SmsProvider : IAsyncDisposable
{
    public static readonly SmsAccount Account = new("AC0123", "token", "+15550100", "+79990000000");

    private readonly List<WebApplication> _apps = [];

    private readonly List<HttpClient> _clients = [];

    /// <value>What phones show: number and text.</value>
    public List<(string To, string Text)> Phones { get; } = [];

    /// <value>A status that it answers with instead.</value>
    public int Error { get; set; }

    public string BridgeAddress { get; private set; } = "";

    public static async Task<SmsProvider> StartAsync(byte[] webhookKey, TimeProvider time)
    {
        var provider = new SmsProvider();
        var client = new HttpClient { BaseAddress = new Uri(await provider.StartAsync(app => app.Run(provider.TakeAsync))) };
        provider._clients.Add(client);
        var bridge = new SmsBridge(Account, webhookKey, client, time);
        provider.BridgeAddress = await provider.StartAsync(app => app.MapPost("/shipby", bridge.HandleAsync)) + "/shipby";
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        _clients.ForEach(client => client.Dispose());
    }

    private async Task<string> StartAsync(Action<WebApplication> build)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        build(app);
        await app.StartAsync();
        _apps.Add(app);
        return app.Urls.First();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var basic = AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString());
        var form = await context.Request.ReadFormAsync();
        var isOurs = Encoding.UTF8.GetString(Convert.FromBase64String(basic.Parameter!)) == $"{Account.Id}:{Account.Token}"
            && context.Request.Path == $"/2010-04-01/Accounts/{Account.Id}/Messages.json" && form["From"] == Account.From;
        context.Response.StatusCode = Error != 0 ? Error : isOurs ? 201 : 401;
        if (context.Response.StatusCode == 201)
        {
            Phones.Add((form["To"].ToString(), form["Body"].ToString()));
        }
        else if (Error == 429)
        {
            context.Response.Headers.RetryAfter = "30";
        }
    }
}
