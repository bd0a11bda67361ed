using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Mail;

/// <summary>The mail service: takes mails under an operation id of the sender's choice and tells what became of them.</summary>
internal sealed class MailService(SandboxRun run)
{
    /// <value>Under this name a request carries the operation it had accepted, for whoever loses its answer.</value>
    public const string OperationItem = "mail operation";

    private const int MostPerMinute = 30;
    private const int MostPerHour = 100;

    private static readonly TimeSpan ShortestWindow = TimeSpan.FromSeconds(1);

    public async Task SendAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var asked = context.Request.Headers["Operation-Id"].ToString();
        var operation = asked is "" ? Guid.NewGuid().ToString() : asked;
        var answer = Accept(context.Request, operation, body);
        if (answer.Status == StatusCodes.Status202Accepted)
        {
            context.Items[OperationItem] = operation;
            context.Response.Headers["Operation-Location"] =
                $"{context.Request.Scheme}://{context.Request.Host}/emails/operations/{operation}{context.Request.QueryString}";
        }

        await Answers.WriteAsync(context.Response, answer);
    }

    public async Task AskAsync(HttpContext context, string operation)
    {
        Answer answer;
        lock (run.Gate)
        {
            answer = !IsSigned(context.Request) ? Unsigned : run.Mails.Find(operation) is null ? Error(404, "NotFound", "No such operation.") : Known(operation);
        }

        await Answers.WriteAsync(context.Response, answer);
    }

    private static Answer Unsigned => Error(401, "Denied", "The request is not signed.");

    private Answer Accept(HttpRequest request, string operation, string body)
    {
        if (!IsSigned(request))
        {
            return Unsigned;
        }

        if (request.Query["api-version"].ToString() is "" || !Guid.TryParse(operation, out _) || Message(body) is not { } message)
        {
            return Error(400, "BadRequest", "An api-version, an operation id that is a UUID, a sender, a subject and a recipient are needed.");
        }

        lock (run.Gate)
        {
            if (run.Mails.Find(operation) is null)
            {
                if (Throttle() is { } wait)
                {
                    return Error(429, "TooManyRequests", "The quota of mails is used up.") with { RetryAfter = SellerApi.WholeSeconds(wait) };
                }

                run.Record(Happened.MailAccepted, data: new JsonObject { ["operation"] = operation, ["message"] = message });
                return new Answer(202, Status(operation, "Running")) { RetryAfter = 1 };
            }

            return Known(operation) with { Status = 202, RetryAfter = 1 };
        }
    }

    private Answer Known(string operation)
    {
        if (run.Mails.Find(operation)!.Unknown)
        {
            run.Record(Happened.MailAskedFor, data: new JsonObject { ["operation"] = operation });
        }

        return Answer.Ok(Status(operation, "Succeeded"));
    }

    /// <summary>The quotas of a custom domain in marketplace time, though never in less than a second of the wall's.</summary>
    private TimeSpan? Throttle()
    {
        foreach (var (most, window) in new[] { (MostPerMinute, TimeSpan.FromMinutes(1)), (MostPerHour, TimeSpan.FromHours(1)) })
        {
            var wall = run.Clock.ToWall(window) is var mapped && mapped > ShortestWindow ? mapped : ShortestWindow;
            if (run.Mails.AcceptedSince(run.Clock.WallNow - wall) >= most)
            {
                return wall;
            }
        }

        return null;
    }

    private static bool IsSigned(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var authorization
        && (authorization.StartsWith("HMAC-SHA256 ", StringComparison.Ordinal) || authorization.StartsWith("Bearer ", StringComparison.Ordinal));

    /// <returns>Null where it is no mail that could be sent.</returns>
    private static JsonObject? Message(string body)
    {
        try
        {
            var message = JsonNode.Parse(body) as JsonObject;
            var sendable = message?["senderAddress"]?.ToString() is not (null or "")
                && (message["content"] as JsonObject)?["subject"]?.ToString() is not (null or "")
                && (message["recipients"] as JsonObject)?["to"] is JsonArray { Count: > 0 };
            return sendable ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Status(string operation, string status) => new() { ["id"] = operation, ["status"] = status };

    private static Answer Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
