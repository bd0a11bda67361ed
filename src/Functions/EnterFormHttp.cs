using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>The door to the seller's page.</summary>
public sealed class EnterFormHttp(DoorPages door)
{
    [Function("EnterForm")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enter")] HttpRequest request, CancellationToken cancel) =>
        door.EnterFormAsync(request, cancel);
}
