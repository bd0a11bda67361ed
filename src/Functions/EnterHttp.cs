using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>The door to the seller's page.</summary>
public sealed class EnterHttp(DeskPages pages)
{
    [Function("EnterForm")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enter")] HttpRequest request, CancellationToken cancel) =>
        pages.EnterFormAsync(request, cancel);

    [Function("Enter")]
    public Task<IResult> EnterAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "enter")] HttpRequest request, CancellationToken cancel) =>
        pages.EnterAsync(request, cancel);
}
