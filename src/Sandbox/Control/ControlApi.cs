using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ShipBy.Sandbox.Ozon;

namespace ShipBy.Sandbox.Control;

/// <summary>What whoever runs the sandbox may ask of it, under <c>/sandbox</c>. No marketplace has this.</summary>
internal static class ControlApi
{
    private const int MostEvents = 1000;

    public static void Map(IEndpointRouteBuilder routes, SandboxServer server)
    {
        routes.MapGet("/sandbox/status", context => Locked(context, server, () => RunStatus.Write(server.Run)));
        routes.MapGet("/sandbox/events", context => Locked(context, server, () => Events(context.Request, server)));
        routes.MapGet("/sandbox/mails", context => Locked(context, server, () => Mails(server)));
        routes.MapGet("/sandbox/report", context => Locked(context, server, () => Reporting.RunReport.Write(server.Run)));
        routes.MapPost("/sandbox/app", context => PointAtAsync(context, server));
        routes.MapPost("/sandbox/pushes", context => SwitchPushesAsync(context, server));
        routes.MapPost("/sandbox/stop", async context =>
        {
            await Answers.WriteAsync(context.Response, Answer.Ok(await server.FinishAsync(context.RequestAborted)));
            await context.Response.CompleteAsync();
            server.AskToStop();
        });
    }

    private static Task Locked(HttpContext context, SandboxServer server, Func<JsonNode> read)
    {
        JsonNode answer;
        lock (server.Run.Gate)
        {
            answer = read();
        }

        return Answers.WriteAsync(context.Response, Answer.Ok(answer));
    }

    /// <summary>Entries of the journal after a number; mails without their text, and nothing that only repeats the app's words.</summary>
    private static JsonArray Events(HttpRequest request, SandboxServer server)
    {
        var after = long.TryParse(request.Query["after"], System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Max(0, number) : 0;
        var entries = server.Run.Journal.Skip((int)Math.Min(after, int.MaxValue)).Where(EventView.IsShown).Take(MostEvents);
        return new JsonArray(entries.Select(entry => (JsonNode)EventView.Of(entry)).ToArray());
    }

    private static JsonArray Mails(SandboxServer server) => new(server.Run.Mails.All.Select(mail => (JsonNode)new JsonObject
    {
        ["operation"] = mail.Operation,
        ["at"] = mail.At,
        ["warnings"] = EventView.Names(mail.Names),
        ["message"] = mail.Message.DeepClone(),
    }).ToArray());

    private static async Task PointAtAsync(HttpContext context, SandboxServer server)
    {
        using var reader = new StreamReader(context.Request.Body);
        try
        {
            var body = Wire.Body(await reader.ReadToEndAsync(context.RequestAborted));
            if (body.Text("url") is not "" and var url)
            {
                server.PointAtApp(Address(url), body.Text("key"));
            }

            if (body.Text("push_url") is not "" and var push)
            {
                server.PointPushesAt(Address(push));
            }

            await Answers.WriteAsync(context.Response, Answer.Ok(new JsonObject { ["result"] = true }));
        }
        catch (RefusedException refusal)
        {
            await Answers.WriteAsync(context.Response, Answer.Error(refusal.Status, refusal.Code, refusal.Message));
        }
    }

    /// <summary>Does what the marketplace does to whoever answers pushes badly. <c>locked</c>: by its support, for good.</summary>
    private static async Task SwitchPushesAsync(HttpContext context, SandboxServer server)
    {
        using var reader = new StreamReader(context.Request.Body);
        try
        {
            var body = Wire.Body(await reader.ReadToEndAsync(context.RequestAborted));
            lock (server.Run.Gate)
            {
                server.Run.Pushes.Switch(body.Flag("on"), body.Flag("locked"));
            }

            await Answers.WriteAsync(context.Response, Answer.Ok(new JsonObject { ["result"] = true }));
        }
        catch (RefusedException refusal)
        {
            await Answers.WriteAsync(context.Response, Answer.Error(refusal.Status, refusal.Code, refusal.Message));
        }
    }

    /// <summary>A base address ends with a slash, or its last part is lost when something is added.</summary>
    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : throw RefusedException.BadRequest($"'{text}' is no address");
}
