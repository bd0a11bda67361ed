using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ShipBy.Functions;

/// <summary>Says that the app runs, and what its clock says, to whoever watches it from outside: a stopped app cannot report itself. It asks nothing of the storage; whether timers do their work, they watch of each other.</summary>
public sealed class HealthHttp(TimeProvider clock)
{
    [Function("Health")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request) => Results.Text($"ok {clock.GetUtcNow():O}");
}
