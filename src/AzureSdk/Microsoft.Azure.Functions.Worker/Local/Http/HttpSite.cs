using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>The host's HTTP side: the functions, its own <c>/admin</c>, and what it answers when it does not serve.</summary>
internal static class HttpSite
{
    public static void Map(WebApplication site, IEnumerable<(FunctionEntry Entry, HttpFunction Function)> functions, string prefix)
    {
        foreach (var (entry, function) in functions)
        {
            var route = HttpRoute.Of(entry, prefix);
            var mapped = ((HttpTriggerAttribute)entry.Trigger).Methods is { Length: > 0 } verbs
                ? site.MapMethods(route, verbs.Select(verb => verb.ToUpperInvariant()), function.ServeAsync)
                : site.Map(route, function.ServeAsync);
            mapped.WithMetadata(entry);
        }
    }

    public static void MapAdmin(WebApplication site, HttpKeys keys, DriverLife life, FunctionInvoker invoker)
    {
        site.MapPost("/admin/host/drain", Guarded(keys, http =>
        {
            life.Drain();
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        }));
        site.MapGet("/admin/host/drain/status", Guarded(keys, http => http.Response.WriteAsJsonAsync(new
        {
            state = !life.Draining ? "Disabled" : invoker.Outstanding > 0 ? "InProgress" : "Completed",
            outstandingInvocations = invoker.Outstanding,
        })));
    }

    /// <summary>503 until all is ready; 404 for a verb that no function at that route takes.</summary>
    public static async Task AnswerInPlaceAsync(HttpContext http, RequestDelegate next, DriverLife life)
    {
        if (!life.Ready)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        await next(http);
        if (http.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false }
            && http.GetEndpoint()?.Metadata.GetMetadata<FunctionEntry>() is null)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static RequestDelegate Guarded(HttpKeys keys, RequestDelegate serve) => http =>
    {
        if (keys.IsMaster(HttpKeys.ShownBy(http.Request)))
        {
            return serve(http);
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    };
}
