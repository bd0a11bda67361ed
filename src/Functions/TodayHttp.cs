using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Frame;

namespace ShipBy.Functions;

/// <summary>The seller's first page: today's open orders. Letters lead here.</summary>
public sealed class TodayHttp(DeskDoor door)
{
    [Function("Today")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "today")] HttpRequest request, CancellationToken cancel) =>
        door.AnswerAsync(request, "today", cancel);
}
