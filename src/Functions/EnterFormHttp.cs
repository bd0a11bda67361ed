using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>The door to the seller's page.</summary>
public sealed class EnterFormHttp(DeskPages pages)
{
    [Function("EnterForm")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enter")] HttpRequest request, CancellationToken cancel) =>
        pages.EnterFormAsync(request, cancel);
}
