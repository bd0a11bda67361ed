using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>The seller says who takes care of an order.</summary>
public sealed class AssignHttp(DeskPages pages)
{
    [Function("Assign")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assign")] HttpRequest request, CancellationToken cancel) =>
        pages.AssignAsync(request, cancel);
}
