using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Adapters.Api;

namespace ShipBy.Functions;

/// <summary>A machine of the seller's says: these orders are packed, under these numbers. Needs the function key.</summary>
public sealed class ShipHttp(InstructionApi api)
{
    [Function("Ship")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "ship")] HttpRequest request, CancellationToken cancel) =>
        api.ShipAsync(request, cancel);
}
