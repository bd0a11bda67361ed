using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ShipBy.TestKit.Storage.Faults;

/// <summary>The answers that the proxy gives in the service's place and words.</summary>
internal static class FaultAnswers
{
    public static Task BusyAsync(HttpResponse response) => RefuseAsync(response, 503, "ServerBusy", "The server is busy.");

    public static Task TooManyAsync(HttpResponse response, TimeSpan retryAfter)
    {
        response.Headers.RetryAfter = retryAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return RefuseAsync(response, 429, "TooManyRequests", "The rate of requests is too high.");
    }

    public static Task TooManyRowsAsync(HttpResponse response) => RefuseAsync(response, 400, "InvalidInput", "One of the request inputs is not valid: $top.");

    /// <param name="next">Names the page that the client shall ask for.</param>
    public static Task EmptyPageAsync(HttpResponse response, string next)
    {
        response.Headers["x-ms-continuation-NextPartitionKey"] = next;
        response.ContentType = "application/json;odata=minimalmetadata";
        return response.WriteAsync("""{"value":[]}""");
    }

    /// <summary>202 for the batch, and inside it one part that says what was refused: nothing of the batch happened.</summary>
    public static Task BrokenRuleAsync(HttpResponse response, RuleBroken broken)
    {
        response.StatusCode = 202;
        response.ContentType = "multipart/mixed; boundary=batchresponse_1";
        return response.WriteAsync(string.Join(
            "\r\n",
            "--batchresponse_1", "Content-Type: multipart/mixed; boundary=changesetresponse_1", "",
            "--changesetresponse_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "",
            "HTTP/1.1 400 Bad Request", "Content-Type: application/json", "",
            Error(broken.Code, $"{broken.Index.ToString(CultureInfo.InvariantCulture)}:{broken.Message}"),
            "--changesetresponse_1--", "--batchresponse_1--", ""));
    }

    private static Task RefuseAsync(HttpResponse response, int status, string code, string message)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers["x-ms-error-code"] = code;
        return response.WriteAsync(Error(code, message));
    }

    private static string Error(string code, string message) => JsonSerializer.Serialize(
        new Dictionary<string, object> { ["odata.error"] = new { code, message = new { lang = "en-US", value = message } } });
}
