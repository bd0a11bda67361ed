using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Checkup;

namespace ShipBy.Functions;

/// <summary>Checks everything, or sends a test alert.</summary>
public sealed class CheckupHttp(CheckupPages pages)
{
    [Function("Checkup")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkup")] HttpRequest request, CancellationToken cancel) =>
        pages.AskAsync(request, cancel);
}
