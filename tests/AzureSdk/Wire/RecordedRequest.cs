using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace ShipBy.AzureSdk.Tests.Wire;

/// <summary>A request as it came over the wire.</summary>
internal sealed partial record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, StringValues> Headers, string Body)
{
    private static readonly string[] OfEveryRequest =
        ["Authorization", "Content-Length", "Date", "Host", "User-Agent", "Request-Id", "traceparent", "x-ms-client-request-id", "x-ms-content-sha256", "x-ms-date"];

    /// <summary>The whole request as text, without what differs from one request to the next.</summary>
    public string Trace
    {
        get
        {
            var headers = Headers
                .Where(header => !OfEveryRequest.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .OrderBy(header => header.Key, StringComparer.Ordinal)
                .Select(header => $"{header.Key}: {header.Value}");
            var text = $"{Method} {Target}\n{string.Join('\n', headers)}\n\n{Body.ReplaceLineEndings("\n")}";

            return Loopback().Replace(Ids().Replace(text, "ID"), "HOST").TrimEnd('\n');
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Loopback();
}
