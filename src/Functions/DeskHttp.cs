using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Frame;

namespace ShipBy.Functions;

/// <summary>All other pages of the seller's desk, what their forms do, and their style sheet and script.</summary>
public sealed class DeskHttp(DeskDoor door)
{
    [Function("Desk")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "desk/{*path}")] HttpRequest request, string? path, CancellationToken cancel) =>
        door.AnswerAsync(request, $"desk/{path}", cancel);
}
