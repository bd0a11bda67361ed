using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>Serves one HTTP function: its key, its run, its time limit.</summary>
internal sealed class HttpFunction(
    FunctionEntry entry, bool disabled, HttpKeys keys, FunctionInvoker invoker, DriverLife life, TimeProvider clock, ILogger log)
{
    /// <value>After this time the platform's load balancer answers in the function's place.</value>
    internal static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(230);

    private readonly HttpTriggerAttribute _trigger = (HttpTriggerAttribute)entry.Trigger;

    public async Task ServeAsync(HttpContext http)
    {
        var shown = HttpKeys.ShownBy(http.Request);
        if (disabled && !keys.IsMaster(shown))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (!keys.Opens(_trigger.AuthLevel, entry.Name, shown))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            await RunAsync(http);
        }
    }

    private async Task RunAsync(HttpContext http)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.Execution);
        var data = new Dictionary<string, object?>(http.Request.RouteValues, StringComparer.OrdinalIgnoreCase);
        var run = RunAsync(http, new TriggerEvent(http, data), ended.Token);
        var limit = Task.Delay(AnswerLimit, clock, ended.Token);
        if (await Task.WhenAny(run, limit) == limit && !ended.IsCancellationRequested)
        {
            DriverLog.HttpTooSlow(log, entry.Name, AnswerLimit.TotalSeconds);
            await GiveUpAsync(http);
        }

        await ended.CancelAsync();
        await run;      // the request's objects are used until the function ends
    }

    private async Task RunAsync(HttpContext http, TriggerEvent happened, CancellationToken cancel)
    {
        try
        {
            await invoker.InvokeAsync(entry, happened, cancel);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody waits for an answer.
        }
        catch (Exception e)
        {
            DriverLog.HttpFailed(log, e, entry.Name);
            if (!http.Response.HasStarted)
            {
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }

    private static async Task GiveUpAsync(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
        await http.Response.CompleteAsync();
    }
}
