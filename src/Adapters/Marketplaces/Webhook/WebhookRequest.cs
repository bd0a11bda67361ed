using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Marketplaces.Webhook;

/// <summary>What may be said of a request before its sender is proven.</summary>
internal static class WebhookRequest
{
    /// <value>Bytes. The largest orders of the shops that we know have some hundred thousand.</value>
    public const int LargestBody = 1024 * 1024;

    private const int Piece = 16 * 1024;

    /// <summary>Whether the body is said to be JSON in UTF-8 and not packed.</summary>
    public static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.ToString() is "" or "identity"
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType is { } media
        && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (media.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && media.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
        && type.CharSet?.Trim('"').ToUpperInvariant() is null or "UTF-8" or "UTF8";

    public static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && "application/x-www-form-urlencoded".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes as they came: whatever reads and writes them again breaks their signature.</summary>
    /// <returns>Null where there are more than <see cref="LargestBody"/>; the rest is not read.</returns>
    public static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? Piece));
        var piece = new byte[Piece];
        while (await request.Body.ReadAsync(piece, cancel) is > 0 and var length)
        {
            if (body.Length + length > LargestBody)
            {
                return null;
            }

            body.Write(piece, 0, length);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
