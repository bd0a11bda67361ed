using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>The seller's page: today's open orders.</summary>
public sealed class TodayHttp(DeskPages pages)
{
    [Function("Today")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "today")] HttpRequest request, CancellationToken cancel) =>
        pages.TodayAsync(request, cancel);
}
