using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>Signs a browser in, by a one-time link or by the key.</summary>
public sealed class EnterHttp(DoorPages door)
{
    [Function("Enter")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "enter")] HttpRequest request, CancellationToken cancel) =>
        door.EnterAsync(request, cancel);
}
