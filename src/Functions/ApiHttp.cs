using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Adapters.Api.Desk;

namespace ShipBy.Functions;

/// <summary>What the desk's pages can do, for machines of the seller's. Needs the function key; <c>docs/openapi.json</c> says the rest.</summary>
public sealed class ApiHttp(ApiDoor door)
{
    [Function("Api")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "v1/{*path}")] HttpRequest request, string? path, CancellationToken cancel) =>
        door.AnswerAsync(request, path, cancel);
}
