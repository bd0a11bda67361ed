using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Tests.Access;

/// <summary>The desk's addresses, as the functions have them.</summary>
internal static class DeskSite
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapMethods("/api/today", ["GET", "HEAD"], (HttpRequest request, DeskDoor door) => door.AnswerAsync(request, "today", request.HttpContext.RequestAborted));
        site.MapMethods("/api/checkup", ["GET", "HEAD", "POST"], (HttpRequest request, DeskDoor door) => door.AnswerAsync(request, "checkup", request.HttpContext.RequestAborted));
        site.MapMethods("/api/desk/{*path}", ["GET", "HEAD", "POST"], (HttpRequest request, string? path, DeskDoor door) => door.AnswerAsync(request, $"desk/{path}", request.HttpContext.RequestAborted));
        site.MapGet("/api/enter", (HttpRequest request, DoorPages door) => door.EnterFormAsync(request, request.HttpContext.RequestAborted));
        site.MapPost("/api/enter", (HttpRequest request, DoorPages door) => door.EnterAsync(request, request.HttpContext.RequestAborted));
    }
}
