using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>The seller says: remind me later.</summary>
public sealed class SnoozeHttp(DeskPages pages)
{
    [Function("Snooze")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "snooze")] HttpRequest request, CancellationToken cancel) =>
        pages.SnoozeAsync(request, cancel);
}
