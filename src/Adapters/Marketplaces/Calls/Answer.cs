using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>What came back from one call, read to its end.</summary>
/// <param name="Body">Undefined where the body is no JSON.</param>
/// <param name="RetryAfter">As the header has it; null without one.</param>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, RetryConditionHeaderValue? RetryAfter)
{
    /// <value>Whether there is no body at all, which some methods answer when they did as they were told.</value>
    public bool IsEmpty { get; init; }

    public static async Task<Answer> OfAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancel);
        return new Answer(response.StatusCode, await BodyOfAsync(stream, cancel), response.Headers.RetryAfter) { IsEmpty = response.Content.Headers.ContentLength == 0 };
    }

    private static async Task<JsonElement> BodyOfAsync(Stream stream, CancellationToken cancel)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancel);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;     // an error page of a proxy, or half an answer; the verdict says so without quoting it
        }
    }
}
