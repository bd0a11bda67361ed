using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Adapters.Api;

namespace ShipBy.Functions;

/// <summary>A machine of the seller's says: these orders cannot be met; cancel them. Needs the function key.</summary>
public sealed class CancelHttp(InstructionApi api)
{
    [Function("Cancel")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "cancel")] HttpRequest request, CancellationToken cancel) =>
        api.CancelAsync(request, cancel);
}
