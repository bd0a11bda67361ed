using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>What a vendor answered, read to its end.</summary>
/// <param name="Body">An object, or undefined where the body is none.</param>
/// <param name="RetryAfter">As a header has it.</param>
internal sealed record ChatAnswer(int Status, JsonElement Body, TimeSpan? RetryAfter)
{
    public static async Task<ChatAnswer> OfAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancel) =>
        new((int)response.StatusCode, Parse(await response.Content.ReadAsByteArrayAsync(cancel)), Told(response.Headers, now));

    /// <returns>Null where it is missing or no whole number.</returns>
    public int? Number(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <returns>Empty where it is missing. To be searched, never to be quoted: vendors put addresses and more into their texts.</returns>
    public string Text(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>The same answer, read from an object inside it.</summary>
    public ChatAnswer Within(string name) => this with { Body = Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var inner) ? inner : default };

    private static JsonElement Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : default;
        }
        catch (JsonException)
        {
            return default;     // a proxy's page, or half an answer
        }
    }

    /// <remarks>Feishu's gateway has a header of its own, in seconds (documented).</remarks>
    private static TimeSpan? Told(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.RetryAfter is { Delta: { } delta } ? delta
        : headers.RetryAfter is { Date: { } date } ? date - now
        : headers.TryGetValues("x-ogw-ratelimit-reset", out var reset) && int.TryParse(reset.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
