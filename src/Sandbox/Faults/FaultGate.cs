using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Taobao;

namespace ShipBy.Sandbox.Faults;

/// <summary>Stands between the wire and the services and spoils requests as the plan says; after the run's end it rests.</summary>
internal sealed class FaultGate
{
    private readonly SandboxRun _run;
    private readonly FaultDial _dial;
    private readonly FaultPlan _plan;
    private long _requests;

    public FaultGate(SandboxRun run)
    {
        _run = run;
        _dial = FaultDial.At(run.Options.Faults);
        _plan = new FaultPlan(_dial, run.Options.Seed);
        // A restarted run meets other faults than those it met before.
        _requests = run.Journal.Count;
    }

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "/";
        if (_run.Options.Faults is FaultLevel.None || _run.Clock.Finished || path.StartsWith("/sandbox", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var (fault, latency) = _plan.Of(Interlocked.Increment(ref _requests), path, _run.Clock.WallNow - _run.Clock.Start);
        if (fault is not Fault.None)
        {
            Note(Happened.Fault, new JsonObject { ["fault"] = fault.ToString(), ["path"] = path });
        }

        await Task.Delay(latency, _run.Clock.Time, context.RequestAborted);
        switch (fault)
        {
            case Fault.None:
                await next(context);
                break;
            case Fault.Cut:
                context.Abort();
                break;
            case Fault.ServerError or Fault.Storm or Fault.CircleOpen or Fault.SessionOver:
                await Answers.WriteAsync(context.Response, Refusal(fault, path));
                break;
            default:
                await SpoilAnswerAsync(context, next, fault);
                break;
        }
    }

    private static Answer Refusal(Fault fault, string path)
    {
        var mail = path.StartsWith("/emails", StringComparison.Ordinal);
        if (path.StartsWith("/webhook-shop", StringComparison.Ordinal))
        {
            return fault is Fault.Storm ? Shop(429, "too many requests") with { RetryAfter = 1 } : Shop(500, "internal error");
        }

        if (path == TopGateway.Path)
        {
            return TopGateway.OutOfOrder(fault is Fault.Storm ? TopRefusal.Limited() : fault is Fault.SessionOver ? TopRefusal.NoSession() : TopRefusal.Broken());
        }

        return (fault, mail) switch
        {
            (Fault.Storm, true) => Mail(429, "TooManyRequests") with { RetryAfter = 1 },
            (Fault.Storm, _) => Answer.Error(429, 8, "You have reached request rate limit per second") with { RetryAfter = 1 },
            (Fault.CircleOpen, _) => Answer.Error(503, 14, "Circle is open"),
            (_, true) => Mail(503, "ServiceUnavailable"),
            _ => Answer.Error(500, 13, "Internal error"),
        };
    }

    private static Answer Shop(int status, string error) => new(status, new JsonObject { ["error"] = error });

    private static Answer Mail(int status, string code) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "Try again later." } });

    /// <summary>The request takes effect; its answer comes mangled, or not at all.</summary>
    private async Task SpoilAnswerAsync(HttpContext context, RequestDelegate next, Fault fault)
    {
        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await next(context);
        context.Response.Body = wire;
        if (context.Items[MailService.OperationItem] is string operation)
        {
            Note(Happened.MailAnswerLost, new JsonObject { ["operation"] = operation });
        }

        if (fault is Fault.Malformed)
        {
            await wire.WriteAsync(Mangled(held.ToArray()), context.RequestAborted);
            return;
        }

        if (fault is Fault.AnswerHeld)
        {
            await Task.Delay(_dial.HoldFor, _run.Clock.Time, context.RequestAborted);
        }

        context.Abort();
    }

    /// <summary>Half an answer, or the page of some gateway in its place.</summary>
    private static byte[] Mangled(byte[] answer) =>
        answer.Length % 2 == 0 ? answer[..(answer.Length / 2)] : Encoding.UTF8.GetBytes("<html><body>502 Bad Gateway</body></html>");

    private void Note(string kind, JsonObject data)
    {
        lock (_run.Gate)
        {
            _run.Record(kind, data: data);
        }
    }
}
