using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Frame;

namespace ShipBy.Functions;

/// <summary>The check-up's page, and its two buttons.</summary>
public sealed class CheckupHttp(DeskDoor door)
{
    [Function("Checkup")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "checkup")] HttpRequest request, CancellationToken cancel) =>
        door.AnswerAsync(request, "checkup", cancel);
}
