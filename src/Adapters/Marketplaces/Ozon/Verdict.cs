using System.Text.Json;
using System.Text.RegularExpressions;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>What an answer means for the caller. The message decides before the status does, because the status of a refusal is not settled.</summary>
internal static partial class Verdict
{
    public const string PostingNotFound = "POSTING_NOT_FOUND";

    /// <summary>Null when the answer is what was asked for; else what to throw.</summary>
    /// <param name="now">For a <c>Retry-After</c> that names a date.</param>
    public static MarketplaceException? On(Answer answer, OzonOptions options, DateTimeOffset now)
    {
        var status = (int)answer.Status;
        var good = status is >= 200 and < 300;
        var error = ErrorOf(answer.Body, good);

        if (error.Message?.Contains("circle is open", StringComparison.OrdinalIgnoreCase) == true)
            return new MarketplaceBusyException(options.CirclePause);

        if (good && answer.Body.ValueKind is JsonValueKind.Undefined)
            return new MarketplaceUnreachableException("the body is not JSON");

        if (good && error == default)
            return null;

        var token = error.Message is null ? "" : Token().Match(error.Message).Value;
        if (status is 429 || error.Code is Grpc.ResourceExhausted || token is "TOO_MANY_REQUESTS")
            return new MarketplaceBusyException(PauseOf(answer, options, now));

        if (status is 401 or 403 || error.Code is Grpc.Unauthenticated or Grpc.PermissionDenied)
            return new MarketplaceUnauthorisedException(Sentence(error.Message, options) ?? $"HTTP {status}");

        if (token is not "" && (status < 500 || token == error.Message))
            return new MarketplaceRefusedException(token, Sentence(error.Message, options)!);

        if (status is >= 500 or 408 || error.Code is Grpc.Internal or Grpc.Unavailable)
            return new MarketplaceUnreachableException($"HTTP {status}");

        return new MarketplaceRefusedException(CodeOf(status, error.Message), Sentence(error.Message, options) ?? ReasonOf(status));
    }

    /// <summary>A posting nobody knows is also reported in a sentence. An unknown path is a 404 too, and must not be taken for it.</summary>
    private static string CodeOf(int status, string? message) =>
        message is not null && UnknownPosting().IsMatch(message) ? PostingNotFound : $"HTTP {status}";

    /// <summary>The envelope of an error, also as it hides in an answer that claims to be good.</summary>
    private static (string? Message, long? Code) ErrorOf(JsonElement body, bool good)
    {
        var envelope = body.Field("error") is { ValueKind: JsonValueKind.Object } inner && !(good && HoldsAnAnswer(body)) ? inner : body;
        var message = envelope.Text("message");
        var holdsMore = WireFields.Names(envelope).Any(name => name is not ("code" or "message" or "details" or "error"));
        return good && (holdsMore || message is null) ? default : (message, envelope.Whole("code"));
    }

    /// <summary>An error that stands beside other things is one of the answer's own parts, such as that of a task.</summary>
    private static bool HoldsAnAnswer(JsonElement body) => WireFields.Names(body).Any(name => name is not ("error" or "result" or "code" or "message" or "details"));

    private static TimeSpan PauseOf(Answer answer, OzonOptions options, DateTimeOffset now) => options.PauseOf(answer.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - now,
        _ => null,
    });

    /// <summary>The marketplace's own sentence, shortened; should it quote the key, the key is taken out.</summary>
    private static string? Sentence(string? message, OzonOptions options) => message is null
        ? null
        : Cut.ToLine(options.ApiKey is "" ? message : message.Replace(options.ApiKey, "***", StringComparison.OrdinalIgnoreCase), 200);

    private static string ReasonOf(int status) => status is >= 300 and < 400
        ? "it points to another address; correct BaseUrl"
        : "it gave no reason that can be read; check BaseUrl";

    /// <summary>A word such as <c>POSTING_ALREADY_SHIPPED</c>.</summary>
    [GeneratedRegex(@"\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"posting.{0,40}not.?found", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnknownPosting();

    /// <summary>Status numbers of gRPC, which the marketplace puts into the body.</summary>
    private static class Grpc
    {
        public const long PermissionDenied = 7;
        public const long ResourceExhausted = 8;
        public const long Internal = 13;
        public const long Unavailable = 14;
        public const long Unauthenticated = 16;
    }
}
