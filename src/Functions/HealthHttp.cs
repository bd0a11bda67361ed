using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ShipBy.Functions;

/// <summary>Says that the app runs, to whoever watches it from outside: a stopped app cannot report itself. It asks nothing of the storage and tells nothing; whether timers do their work, they watch of each other.</summary>
public sealed class HealthHttp
{
    [Function("Health")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request) => Results.Text("ok");
}
