using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads the error code and the message out of <c>{"odata.error":{"code":...,"message":{"value":...}}}</c>.</summary>
internal sealed class ODataErrorParser : RequestFailedDetailsParser
{
    public static readonly ODataErrorParser Instance = new();

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = null;
        data = null;
        if (response.ContentStream is not { CanSeek: true, Length: > 0 })
        {
            return false;
        }

        try
        {
            using var body = JsonDocument.Parse(response.Content);
            var found = body.RootElement.GetProperty("odata.error");
            error = new ResponseError(found.GetProperty("code").GetString(), found.GetProperty("message").GetProperty("value").GetString());

            return true;
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;       // A proxy's page, not the service's answer: the status alone must do.
        }
    }
}
