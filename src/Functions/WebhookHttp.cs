using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Adapters.Marketplaces.Webhook;

namespace ShipBy.Functions;

/// <summary>Where shops tell of their orders by themselves.</summary>
public sealed class WebhookHttp(WebhookDoor door)
{
    [Function("Webhook")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhook/{shop}")] HttpRequest request, string shop, CancellationToken cancel) =>
        door.HearAsync(request, shop, cancel);
}
