using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Pages.Access;

namespace ShipBy.Functions;

/// <summary>The seller says of a parcel on its way: I am on it, or: it is settled.</summary>
public sealed class ParcelHttp(DeskPages pages)
{
    [Function("Parcel")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "parcel")] HttpRequest request, CancellationToken cancel) =>
        pages.ParcelAsync(request, cancel);
}
