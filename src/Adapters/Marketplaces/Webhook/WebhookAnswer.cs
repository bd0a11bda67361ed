using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Marketplaces.Webhook;

/// <summary>What a sender gets to hear.</summary>
/// <param name="Refusal">What to count it as; null where nothing was wrong with the message.</param>
internal sealed record WebhookAnswer(IResult Result, string? Refusal)
{
    public static WebhookAnswer Done { get; } = new(Results.Ok(), null);

    public static WebhookAnswer WrongType { get; } = new(Results.StatusCode(StatusCodes.Status415UnsupportedMediaType), "415");

    public static WebhookAnswer TooLarge { get; } = new(Results.StatusCode(StatusCodes.Status413PayloadTooLarge), "413");

    public static WebhookAnswer BrokenOff { get; } = NoOrder("body", "It ended before its end.");

    /// <value>The same answer whatever is wrong, so that nobody can try secrets bit by bit.</value>
    public static WebhookAnswer NotSigned { get; } = new(Results.StatusCode(StatusCodes.Status401Unauthorized), "401 (signature)");

    public static WebhookAnswer OutOfTime { get; } = new(NotSigned.Result, "401 (time)");

    public static WebhookAnswer NoOrder(string field, string reason) => new(Results.Json(new { error = new { field, reason } }, statusCode: StatusCodes.Status400BadRequest), "400");

    /// <summary>Nothing was wrong with it, and nothing is kept of it.</summary>
    /// <param name="seconds">Until it is worth sending again.</param>
    public static WebhookAnswer Later(string seconds) => new(new LaterResult(seconds), null);

    private sealed class LaterResult(string seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = seconds;
            httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }
    }
}
