using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Local.Functions;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>Turns what an HTTP function returned into its response.</summary>
internal static class HttpAnswer
{
    public static Task WriteAsync(Invocation invocation)
    {
        var http = invocation.HttpContext!;

        return invocation.Result switch
        {
            IResult result => result.ExecuteAsync(http),
            IActionResult result => result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
            null => Task.CompletedTask,
            var other => throw new InvalidOperationException(
                $"'{invocation.Entry.Name}' returned a {other.GetType().Name}; an HTTP function returns IResult, IActionResult or nothing."),
        };
    }
}
