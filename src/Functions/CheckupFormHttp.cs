using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Checkup;

namespace ShipBy.Functions;

/// <summary>The buttons of the check-up.</summary>
public sealed class CheckupFormHttp(CheckupPages pages)
{
    [Function("CheckupForm")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkup")] HttpRequest request, CancellationToken cancel) =>
        pages.ShowAsync(request, cancel);
}
