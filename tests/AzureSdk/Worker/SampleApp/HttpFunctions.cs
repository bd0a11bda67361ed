using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace ShipBy.AzureSdk.Tests.Worker.SampleApp;

[SuppressMessage("Performance", "CA1822", Justification = "The driver makes an instance; a function is seldom static.")]
public sealed class HttpFunctions(Diary diary)
{
    [Function("Open")]
    public IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.Text($"open {request.Query["q"]}");

    [Function("Guarded")]
    public IActionResult Guarded(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "guarded/{id:int}/{name?}")] HttpRequest request, int id, string? name) =>
        new OkObjectResult(new { id, name, request.Method });

    [Function("OnlyAdmin")]
    public async Task<IActionResult> OnlyAdmin([HttpTrigger(AuthorizationLevel.Admin)] HttpContext http, CancellationToken cancel)
    {
        await http.Response.WriteAsync("admin", cancel);

        return new EmptyResult();
    }

    [Function("Other")]
    public IResult Other([HttpTrigger] HttpRequest request) => Results.Text($"other {request.Method}");

    [Function("Fails")]
    public Task<IResult> Fails([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        throw new InvalidOperationException($"for {request.Path}");

    [Function("Switched")]
    public IResult Switched([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

    /// <summary>Never answers; writes when it was asked to end.</summary>
    [Function("Hangs")]
    public async Task<IResult> Hangs([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken cancel)
    {
        diary.Write($"begun {request.Method}");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        }
        catch (OperationCanceledException)
        {
            diary.Write("ended");
        }

        return Results.Text("too late");
    }
}
