using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Identity;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts;

/// <summary>What the mail service's failures mean for a letter. Reasons carry the status and the error's code, never its text: that may quote the request.</summary>
internal static class AcsAnswer
{
    private const string IdentityRemedy = "The app's own identity was not accepted: give it the right to send at the resource in Alerts__Endpoint.";

    /// <summary>Whether it is an answer, or the lack of one, and not our own stopping or a fault of ours.</summary>
    public static bool IsOne(Exception error, CancellationToken cancel) => !cancel.IsCancellationRequested
        && error is RequestFailedException or OperationCanceledException or AuthenticationFailedException or IOException or JsonException;

    public static Delivery ToSend(Exception error, TimeSpan pause) => error switch
    {
        AuthenticationFailedException => new Delivery.Refused(IdentityRemedy),
        RequestFailedException { Status: 429 } busy => new Delivery.Busy(RetryAfter(busy) ?? pause),
        RequestFailedException { Status: 0, InnerException: HttpRequestException lost } when NothingWasSent(lost) => new Delivery.Busy(pause),
        RequestFailedException { Status: 408 or 409 or 0 or >= 500 or < 400 } lost => new Delivery.Undecided(Say(lost)),
        RequestFailedException refused => new Delivery.Refused($"{Say(refused)}: {Remedy(refused.Status)}"),
        _ => new Delivery.Undecided("The mail service did not answer in time."),
    };

    /// <remarks>A question that got no answer is simply asked again later: it must not end as "nobody can tell".</remarks>
    public static Delivery ToQuestion(Exception error, TimeSpan pause) => error switch
    {
        AuthenticationFailedException => new Delivery.Refused(IdentityRemedy),
        RequestFailedException { Status: 404 } => new Delivery.NotThere(),
        RequestFailedException { Status: >= 200 and < 300 } failed =>
            new Delivery.Refused($"The mail service took the mail and gave up on it ({failed.ErrorCode}): check ShipBy__Contact and the sender's domain."),
        RequestFailedException { Status: >= 400 and < 500 and not (408 or 409 or 429) } refused => new Delivery.Refused($"{Say(refused)}: {Remedy(refused.Status)}"),
        RequestFailedException busy => new Delivery.Busy(RetryAfter(busy) ?? pause),
        _ => new Delivery.Busy(pause),
    };

    private static bool NothingWasSent(HttpRequestException lost) =>
        lost.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static string Say(RequestFailedException error) => error.Status == 0
        ? "The connection to the mail service was cut"
        : string.Create(CultureInfo.InvariantCulture, $"The mail service answered {error.Status} {error.ErrorCode}").TrimEnd();

    private static string Remedy(int status) => status switch
    {
        401 or 403 => "check Alerts__ConnectionString, and whether its key was renewed.",
        404 => "check the address in Alerts__ConnectionString or Alerts__Endpoint, and whether Alerts__Sender's domain is linked to the resource.",
        _ => "check Alerts__Sender (a MailFrom address of a verified domain) and ShipBy__Contact.",
    };

    /// <returns>Null where the service names no time, or one that has passed.</returns>
    private static TimeSpan? RetryAfter(RequestFailedException error) =>
        error.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Max(1, seconds))
            : null;
}
