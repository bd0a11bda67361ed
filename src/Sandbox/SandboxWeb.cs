using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using ShipBy.Sandbox.Control;
using ShipBy.Sandbox.Faults;
using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Ozon.Labels;
using ShipBy.Sandbox.Taobao;
using ShipBy.Sandbox.Webhook;

namespace ShipBy.Sandbox;

/// <summary>Puts the services behind one loopback address: faults first, then control, mail, Taobao, the shop of webhooks, and Ozon for everything else.</summary>
internal static class SandboxWeb
{
    public static WebApplication Build(SandboxServer server)
    {
        var run = server.Run;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, run.Options.Port, listen => listen.Protocols = HttpProtocols.Http1));
        var web = builder.Build();
        var labels = new LabelPress(run, () => server.BaseAddress);
        var (faults, mail, seller) = (new FaultGate(run), new MailService(run), new SellerApi(run, labels));
        web.Use(next => context => faults.HandleAsync(context, next));
        web.UseRouting();
        ControlApi.Map(web, server);
        web.MapPost("/emails:send", mail.SendAsync);
        web.MapGet("/emails/operations/{operation}", context => mail.AskAsync(context, (string)context.Request.RouteValues["operation"]!));
        web.MapGet("/files/labels/{task}.pdf", labels.FetchAsync);
        if (run.Options.Channels.Contains(Channel.Taobao))
        {
            web.MapPost(TopGateway.Path, new TopGateway(run).HandleAsync);
        }

        if (run.Options.Channels.Contains(Channel.Webhook))
        {
            web.MapPost(ToldDoor.Path, new ToldDoor(run).HandleAsync);
        }

        web.MapFallback(seller.HandleAsync);
        return web;
    }
}
