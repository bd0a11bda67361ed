using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>The seller says: I know, I am on it.</summary>
public sealed class AcknowledgeHttp(DeskPages pages)
{
    [Function("Acknowledge")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "acknowledge")] HttpRequest request, CancellationToken cancel) =>
        pages.AcknowledgeAsync(request, cancel);
}
