using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Adapters.Marketplaces.Ozon.Push;

namespace ShipBy.Functions;

/// <summary>Where Ozon rings when something happens to a posting.</summary>
public sealed class OzonPushHttp(OzonPushDoor door)
{
    [Function("OzonPush")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "push/ozon/{shop}/{secret}")] HttpRequest request, string shop, string secret, CancellationToken cancel) =>
        door.HearAsync(request, shop, secret, cancel);
}
